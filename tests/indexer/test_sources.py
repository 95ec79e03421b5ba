"""Finding files: paths as shown, what is refused, what is gone."""

import os
import unicodedata
from pathlib import Path

import pytest

from catalog.errors import RujukanError
from indexer.sources import scan


def put(folder: Path, *names: str) -> None:
    for name in names:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(name)


def test_paths_are_relative_with_slashes_in_byte_order(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.txt", "B.txt", "a/b/c.txt")
    found = scan(tmp_path, None)
    assert [f.path for f in found.found] == ["B.txt", "a/b/c.txt", "a/z.txt", "b.txt"]
    assert found.source == str(tmp_path)


def test_one_folder_is_one_source_however_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a/b.txt")
    monkeypatch.chdir(tmp_path)
    names = {scan(Path(name), None).source for name in ("a", "./a", "../" + tmp_path.name + "/a", str(tmp_path / "a"))}
    assert names == {str(tmp_path / "a")}


def test_a_single_file_belongs_to_its_parent_folder_and_makes_nothing_look_removed(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt")
    found = scan(tmp_path / "a.txt", None)
    assert (found.source, [f.path for f in found.found]) == (str(tmp_path), ["a.txt"])
    assert not found.may_be_gone("b.txt")


def test_a_missing_path_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(RujukanError, match="tidak ada") as raised:
        scan(tmp_path / "tidak", None)
    assert raised.value.code == "no_such_path"


def test_dot_files_links_and_pipes_are_found_and_skipped(tmp_path: Path) -> None:
    put(tmp_path, ".tersembunyi", "asli.txt", "..%2f..%2fetc%2fpasswd.pdf")
    (tmp_path / "tautan.txt").symlink_to(tmp_path / "asli.txt")
    (tmp_path / "folder tautan").symlink_to(tmp_path.parent)
    os.mkfifo(tmp_path / "pipa")
    outcomes = {f.path: f.refusal and f.refusal[:2] for f in scan(tmp_path, None).found}
    assert outcomes == {
        "..%2f..%2fetc%2fpasswd.pdf": None,  # an odd name, not a hidden file
        ".tersembunyi": ("skipped", "hidden"),
        "asli.txt": None,
        "tautan.txt": ("skipped", "symlink"),
        "folder tautan": ("skipped", "symlink"),
        "pipa": ("skipped", "unsupported"),
    }


def test_of_two_names_equal_in_nfc_the_first_in_byte_order_is_read(tmp_path: Path) -> None:
    twins = sorted((unicodedata.normalize(form, "Café.txt") for form in ("NFC", "NFD")), key=os.fsencode)
    put(tmp_path, *twins)
    first, second = scan(tmp_path, None).found
    assert (first.place.name, first.refusal) == (twins[0], None)
    assert second.refusal is not None
    assert second.refusal[1] == "name_clash"
    assert first.path == second.path == unicodedata.normalize("NFC", "Café.txt")


def test_bytes_that_are_not_utf8_are_shown_escaped(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"SOP \xff.txt")).write_text("x")
    assert [f.path for f in scan(tmp_path, None).found] == ["SOP \\xff.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
def test_what_lies_in_an_unreadable_folder_is_not_gone(tmp_path: Path) -> None:
    put(tmp_path, "tutup/a.txt", "b.txt")
    (tmp_path / "tutup").chmod(0)
    try:
        found = scan(tmp_path, None)
    finally:
        (tmp_path / "tutup").chmod(0o700)
    assert [(f.path, f.refusal and f.refusal[1]) for f in found.found] == [("b.txt", None), ("tutup", "unreadable")]
    assert not found.may_be_gone("tutup/a.txt")
    assert found.may_be_gone("c.txt")


def test_a_folder_given_by_a_link_is_read_and_a_file_given_by_a_link_is_not(tmp_path: Path) -> None:
    put(tmp_path, "berkas/a.txt")
    (tmp_path / "folder").symlink_to(tmp_path / "berkas")
    (tmp_path / "surat.txt").symlink_to(tmp_path / "berkas/a.txt")
    found = scan(tmp_path / "folder", None)
    assert (found.source, [(f.path, f.refusal) for f in found.found]) == (str(tmp_path / "folder"), [("a.txt", None)])
    (single,) = scan(tmp_path / "surat.txt", None).found
    assert single.refusal is not None
    assert single.refusal[:2] == ("skipped", "symlink")


def test_a_link_that_leads_back_to_its_folder_ends(tmp_path: Path) -> None:
    put(tmp_path, "a/b.txt")
    (tmp_path / "a/lagi").symlink_to(tmp_path)
    assert [f.path for f in scan(tmp_path, None).found] == ["a/b.txt", "a/lagi"]


def test_names_that_differ_in_case_are_two_files(tmp_path: Path) -> None:
    put(tmp_path, "SOP.txt", "sop.txt")
    assert [(f.path, f.refusal) for f in scan(tmp_path, None).found] == [("SOP.txt", None), ("sop.txt", None)]


def test_a_name_of_255_bytes_is_found_whole(tmp_path: Path) -> None:
    names = sorted([f"{'n' * 251}.txt", f"{'é' * 125}n.txt"], key=os.fsencode)
    put(tmp_path, *names)
    assert {len(os.fsencode(name)) for name in names} == {255}
    assert [f.path for f in scan(tmp_path, None).found] == names
