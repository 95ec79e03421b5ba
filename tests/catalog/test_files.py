"""What is known of the files of a source: a mapping that reads a stretch of paths at a time."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog import files, storing
from catalog.database import Catalog
from catalog.files import FileState, KnownFiles, Stat

MANY = 1234  # more than two stretches


def fill(catalog: Catalog, paths: list[str], source: str = "/s") -> int:
    with catalog.writing():
        number = storing.source_id(catalog, source)
        catalog.db.execute("DELETE FROM file WHERE source = ?", [number])
        for at, path in enumerate(paths):
            files.record(catalog, number, FileState(path, None, Stat(at, 2, 3, 4), "ab", "failed", "corrupt", "Rusak."))
    return number


def test_every_file_is_found_in_any_order_and_no_other(catalog: Catalog) -> None:
    paths = [f"folder/{number:05}.txt" for number in range(MANY)]
    known = files.states(catalog, fill(catalog, paths))
    for at in [*range(0, MANY, 7), *range(MANY - 1, 0, -11)]:
        assert known[paths[at]].stat == Stat(at, 2, 3, 4)
    assert [known.get(path) for path in ("", "folder/00001", "folder/00001.txt0", "z")] == [None] * 4
    assert (list(known), len(known)) == (paths, MANY)
    assert [state.path for state in known.values()] == paths


def test_another_source_is_another_mapping(catalog: Catalog) -> None:
    fill(catalog, ["a.txt"], "/lain")
    assert dict(files.states(catalog, fill(catalog, ["b.txt"]))).keys() == {"b.txt"}
    assert not files.states(catalog, fill(catalog, [], "/kosong"))


def test_what_was_read_stays_as_it_was_read(catalog: Catalog) -> None:
    number = fill(catalog, ["a.txt", "c.txt"])
    known = files.states(catalog, number)
    assert known["a.txt"].stat == Stat(0, 2, 3, 4)
    with catalog.writing():
        files.record(catalog, number, FileState("b.txt", None, None, None, "indexed", "ok", ""))
        files.mark_gone(catalog, number, ["a.txt"])
    assert ("b.txt" in known, known["a.txt"].gone) == (False, False)
    again = files.states(catalog, number)
    assert (again["b.txt"].stat, again["a.txt"].gone) == (None, True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.sets(st.text(min_size=1).filter(lambda path: "\0" not in path), max_size=40), st.randoms())
def test_it_is_the_dictionary_of_all_rows_whatever_the_names(catalog: Catalog, paths: set[str], dice: Random) -> None:
    number = fill(catalog, sorted(paths))
    known = KnownFiles(catalog, number, stretch=4)
    assert list(known) == sorted(paths)
    asked = list(paths)
    dice.shuffle(asked)
    assert [known[path].path for path in asked] == asked
