"""A backup set is whole or not there; a restored catalog says the same, and a damaged set is refused by name."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog import backup as backups
from catalog import dropping, originals
from catalog.audit import findings
from catalog.backup import backup
from catalog.backup_set import BackupSet, read_manifest
from catalog.database import Catalog
from catalog.digest import digest
from catalog.errors import RujukanError
from catalog.opening import create, open_existing
from catalog.restore import restoring
from tests.catalog.making import asset, key_of, version


def shelve(catalog: Catalog, text: str) -> int:
    """An asset with its original file, as an index run leaves it."""
    source = catalog.folder.root / "sumber.txt"
    source.write_text(text)
    incoming = originals.take(catalog.folder, source)
    originals.keep(catalog.folder, incoming)
    return asset(catalog, f"{text}.txt", new=version(text, incoming.sha256))


def place_of(catalog: Catalog, made: int) -> Path:
    rows = catalog.db.execute("SELECT sha256 FROM version WHERE asset = ?", [made])
    return originals.place_of(catalog.folder, rows.fetchone()[0])


def restored(target: Path, data: Path) -> str:
    with restoring(target, data) as (catalog, _):
        assert catalog.folder.root != data
    catalog = open_existing(data)
    assert findings(catalog) == []
    try:
        return digest(catalog)
    finally:
        catalog.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "cadangan"


def test_a_restored_catalog_has_the_digest_and_the_originals(catalog: Catalog, target: Path, tmp_path: Path) -> None:
    shelve(catalog, "satu")
    shelve(catalog, "lima")
    report = backup(catalog, target)
    assert (report.copied, report.removed, len(report.manifest.originals)) == (2, 0, 2)
    assert restored(target, tmp_path / "pulih") == report.manifest.digest == digest(catalog)


def test_the_second_backup_copies_what_is_new_and_drops_what_is_gone(
    catalog: Catalog, target: Path, tmp_path: Path
) -> None:
    first = shelve(catalog, "satu")
    shelve(catalog, "lima")
    backup(catalog, target)
    gone = place_of(catalog, first).name
    dropping.drop(catalog, [key_of(catalog, first)])
    shelve(catalog, "tiga")
    report = backup(catalog, target)
    assert (report.copied, report.removed) == (1, 1)
    assert not BackupSet(target).original(gone).exists()
    assert len(list(target.glob("catalog-*.db"))) == 1
    assert restored(target, tmp_path / "pulih") == digest(catalog)


def test_what_is_dropped_while_originals_are_copied_is_not_missing(
    catalog: Catalog, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [key_of(catalog, shelve(catalog, text)) for text in ("satu", "lima", "tiga")]
    other = open_existing(catalog.folder.root)
    copy = backups._copy

    def drops_meanwhile(source: Path, place: Path, sha: str) -> None:
        if keys:
            dropping.drop(other, [keys.pop()])
        copy(source, place, sha)

    monkeypatch.setattr(backups, "_copy", drops_meanwhile)
    report = backup(catalog, target)
    assert report.manifest.digest == digest(other)
    assert restored(target, tmp_path / "pulih") == digest(other)


def test_a_backup_sees_one_moment_while_another_writes(catalog: Catalog, target: Path, tmp_path: Path) -> None:
    shelve(catalog, "satu")
    before = digest(catalog)
    other = open_existing(catalog.folder.root)
    with other.writing():
        asset(other, "belum selesai.txt", new=version("x", "f" * 64))
        assert backup(catalog, target).manifest.digest == before
    assert restored(target, tmp_path / "pulih") == before


def test_a_lost_original_is_told_and_the_earlier_set_stays(catalog: Catalog, target: Path, tmp_path: Path) -> None:
    shelve(catalog, "satu")
    before = backup(catalog, target).manifest.digest
    lost = place_of(catalog, shelve(catalog, "lima"))
    lost.unlink()
    with pytest.raises(RujukanError, match=lost.name) as raised:
        backup(catalog, target)
    assert raised.value.code == "missing_original"
    assert restored(target, tmp_path / "pulih") == before


def test_a_damaged_original_is_not_backed_up(catalog: Catalog, target: Path) -> None:
    damaged = place_of(catalog, shelve(catalog, "satu"))
    damaged.chmod(0o640)
    damaged.write_text("STAU")
    with pytest.raises(RujukanError, match=damaged.name) as raised:
        backup(catalog, target)
    assert raised.value.code == "damaged_original"
    assert not BackupSet(target).manifest.exists()


def test_an_original_that_only_the_set_still_holds_whole_is_kept(catalog: Catalog, target: Path) -> None:
    place = place_of(catalog, shelve(catalog, "satu"))
    backup(catalog, target)
    place.unlink()
    backup(catalog, target)
    assert BackupSet(target).original(place.name).read_text() == "satu"


def test_what_rotted_in_the_set_is_copied_again(catalog: Catalog, target: Path) -> None:
    rotten = BackupSet(target).original(place_of(catalog, shelve(catalog, "satu")).name)
    backup(catalog, target)
    rotten.write_text("STAU")
    assert backup(catalog, target, trust_sizes=True).copied == 0
    assert backup(catalog, target).copied == 1
    assert rotten.read_text() == "satu"


def test_a_backup_cut_short_before_its_manifest_leaves_the_earlier_set(
    catalog: Catalog, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelve(catalog, "satu")
    before = backup(catalog, target).manifest.digest
    shelve(catalog, "lima")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(backups, "write_manifest", killed)
    with pytest.raises(KeyboardInterrupt):
        backup(catalog, target)
    monkeypatch.undo()
    assert restored(target, tmp_path / "lama") == before
    assert backup(catalog, target).copied == 0
    assert restored(target, tmp_path / "baru") == digest(catalog)


def test_what_a_killed_first_backup_left_is_no_other_thing(catalog: Catalog, target: Path, tmp_path: Path) -> None:
    name = place_of(catalog, shelve(catalog, "satu")).name
    part = BackupSet(target).original(name).with_suffix(".part")
    part.parent.mkdir(parents=True)
    for left in (part, *(target / n for n in ("catalog.db.new", "catalog.db.new-journal", "backup.lock"))):
        left.write_bytes(b"separuh")
    assert backup(catalog, target).copied == 1
    assert restored(target, tmp_path / "pulih") == digest(catalog)
    assert {p.name for p in target.iterdir() if p.is_file()} == {
        "manifest.json",
        "backup.lock",
        *(p.name for p in BackupSet(target).databases()),
    }


def test_one_backup_at_a_time(catalog: Catalog, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelve(catalog, "satu")
    second: list[str] = []

    def meanwhile(*_: object) -> None:
        with pytest.raises(RujukanError) as raised:
            backup(catalog, target)
        second.append(raised.value.code)

    monkeypatch.setattr(backups, "_prune", lambda *_: meanwhile() or 0)
    backup(catalog, target)
    assert second == ["locked"]


@pytest.mark.parametrize("where", ["data/cadangan", ".", "berkas", "penuh"])
def test_a_folder_that_is_no_place_for_a_backup_is_refused(catalog: Catalog, tmp_path: Path, where: str) -> None:
    (tmp_path / "berkas").write_text("")
    (tmp_path / "penuh").mkdir()
    (tmp_path / "penuh/surat.txt").write_text("")
    with pytest.raises(RujukanError) as raised:
        backup(catalog, tmp_path / where)
    assert raised.value.code == "bad_target"
    assert [p.name for p in (tmp_path / "penuh").iterdir()] == ["surat.txt"]


def cut_database(held: BackupSet) -> Path:
    place = held.root / read_manifest(held).database
    place.write_bytes(place.read_bytes()[:-4096])
    return place


def flip_database(held: BackupSet) -> Path:
    place = held.root / read_manifest(held).database
    bytes_ = bytearray(place.read_bytes())
    bytes_[len(bytes_) // 2] ^= 1
    place.write_bytes(bytes_)
    return place


def lose_database(held: BackupSet) -> Path:
    place = held.root / read_manifest(held).database
    place.unlink()
    return place


def lose_original(held: BackupSet) -> Path:
    place = held.stored()[0]
    place.unlink()
    return place


def change_original(held: BackupSet) -> Path:
    place = held.stored()[0]
    place.write_text("lain")
    return place


def cut_manifest(held: BackupSet) -> Path:
    held.manifest.write_bytes(held.manifest.read_bytes()[:-20])
    return held.manifest


def empty_list(held: BackupSet) -> Path:
    said = json.loads(held.manifest.read_text())
    held.manifest.write_text(json.dumps(said | {"originals": {}}))
    return held.manifest


def foreign_names(held: BackupSet) -> Path:
    said = json.loads(held.manifest.read_text())
    held.manifest.write_text(json.dumps(said | {"originals": {"../../etc/passwd": 1}}))
    return held.manifest


@pytest.mark.parametrize(
    "harm",
    [
        *(cut_database, flip_database, lose_database, lose_original, change_original),
        *(cut_manifest, empty_list, foreign_names),
    ],
)
def test_a_damaged_set_is_refused_and_the_file_is_named(
    catalog: Catalog, target: Path, tmp_path: Path, harm: Callable[[BackupSet], Path]
) -> None:
    shelve(catalog, "satu")
    backup(catalog, target)
    place = harm(BackupSet(target))
    with pytest.raises(RujukanError, match=place.name) as raised:
        restored(target, tmp_path / "pulih")
    assert raised.value.code == "damaged_backup"
    assert {p.name for p in tmp_path.iterdir()} == {"data", "cadangan"}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_no_changed_bit_of_database_or_original_is_restored(
    catalog: Catalog, tmp_path: Path, where: float, bit: int
) -> None:
    target = tmp_path / "cadangan"
    if not target.exists():
        shelve(catalog, "satu")
        backup(catalog, target)
    harmed = tmp_path / "rusak"
    shutil.rmtree(harmed, ignore_errors=True)
    shutil.copytree(target, harmed)
    held = BackupSet(harmed)
    for place in (held.root / read_manifest(held).database, *held.stored()):
        whole = place.read_bytes()
        changed = bytearray(whole)
        changed[int(where * len(whole))] ^= 1 << bit
        place.chmod(0o640)
        place.write_bytes(changed)
        with pytest.raises(RujukanError, match=place.name):
            restored(harmed, tmp_path / "pulih")
        place.write_bytes(whole)
    assert not (tmp_path / "pulih").exists()


def test_a_folder_without_a_manifest_is_no_backup(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "tidak ada"):
        with pytest.raises(RujukanError) as raised:
            restored(place, tmp_path / "pulih")
        assert raised.value.code == "no_backup"


def test_a_data_folder_that_holds_anything_is_left_alone(catalog: Catalog, target: Path) -> None:
    shelve(catalog, "satu")
    backup(catalog, target)
    shelve(catalog, "lima")
    with pytest.raises(RujukanError) as raised:
        restored(target, catalog.folder.root)
    assert raised.value.code == "not_empty"
    assert len(list(catalog.db.query("SELECT * FROM asset"))) == 2


def test_an_empty_folder_and_what_a_killed_restore_left_are_replaced(
    catalog: Catalog, target: Path, tmp_path: Path
) -> None:
    shelve(catalog, "satu")
    backup(catalog, target)
    (tmp_path / "pulih").mkdir()
    left = tmp_path / ".pulih.restore"
    create(left).close()
    (left / "catalog.db").write_text("separuh")
    assert restored(target, tmp_path / "pulih") == digest(catalog)
    assert not left.exists()


def test_a_set_whose_digest_was_reckoned_otherwise_is_restored(catalog: Catalog, target: Path, tmp_path: Path) -> None:
    """The bytes are what they were; how a digest is made may change with a release."""
    shelve(catalog, "satu")
    backup(catalog, target)
    said = json.loads((target / "manifest.json").read_text())
    (target / "manifest.json").write_text(json.dumps(said | {"digest": "0" * 64}))
    assert restored(target, tmp_path / "pulih") == digest(catalog)


def test_a_restore_that_fails_in_its_block_leaves_nothing(catalog: Catalog, target: Path, tmp_path: Path) -> None:
    shelve(catalog, "satu")
    backup(catalog, target)
    with pytest.raises(ZeroDivisionError), restoring(target, tmp_path / "pulih"):
        raise ZeroDivisionError
    assert {p.name for p in tmp_path.iterdir()} == {"data", "cadangan"}
