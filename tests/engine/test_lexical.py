import json
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from catalog import opening, passages
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, scope_of
from engine.lexical import DamagedLexicalError, LexicalIndex
from engine.lexical_query import EXACT_SCORE
from engine.query import Clause, Filters, Request, Scored
from engine.stems import stem
from tests.engine.shelf import OPEN, describe, drop, request, second_connection, shelve, texts, vector


@pytest.fixture
def index(catalog: Catalog) -> LexicalIndex:
    return LexicalIndex(catalog.folder.index)


def asked(*groups: tuple[Clause, ...], exact: tuple[str, ...] = ()) -> Request:
    return Request(groups, exact, vector(""), OPERATOR)


def find(catalog: Catalog, index: LexicalIndex, wanted: Request) -> list[str]:
    return texts(catalog, index.search(catalog, wanted))


def scores(catalog: Catalog, index: LexicalIndex, wanted: Request) -> dict[int, float]:
    return {hit.passage: hit.score for hit in index.search(catalog, wanted)}


def test_a_stem_finds_every_form_of_the_word(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["Peminjaman kendaraan dinas", "Hibah barang"])
    index.bring_up(catalog)
    assert find(catalog, index, asked((Clause(("pinjam",)),))) == ["Peminjaman kendaraan dinas"]


def test_all_terms_of_a_clause_must_stand(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah tanah", "hibah air", "tanah pajak"])
    index.bring_up(catalog)
    assert find(catalog, index, asked((Clause(("hibah", "tanah")),))) == ["hibah tanah"]


def test_a_group_counts_its_best_clause_only(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah tanah", "air sungai"])
    index.bring_up(catalog)
    alone = scores(catalog, index, asked((Clause(("hibah",)),)))
    either = scores(catalog, index, asked((Clause(("hibah",)), Clause(("tanah",), 0.5))))
    assert either == alone


def test_one_term_counts_alike_alone_and_beside_an_alternative_that_nothing_holds(
    catalog: Catalog, index: LexicalIndex
) -> None:
    shelve(catalog, "a", ["hibah tanah", "air sungai hibah hibah"], Metadata(title="Hibah"))
    index.bring_up(catalog)
    alone = scores(catalog, index, asked((Clause(("hibah",), 0.7),), (Clause(("tanah",)),)))
    beside = asked((Clause(("hibah",), 0.7), Clause(("kapal",))), (Clause(("tanah",)), Clause(("kapal",))))
    assert alone == pytest.approx(scores(catalog, index, beside))


def test_a_clause_weighs_as_much_as_it_says(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah tanah"])
    index.bring_up(catalog)
    [full] = scores(catalog, index, asked((Clause(("hibah",)),))).values()
    [half] = scores(catalog, index, asked((Clause(("hibah",), 0.5),))).values()
    assert half == pytest.approx(full / 2)


def test_the_title_is_searched_too(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["isi"], Metadata(title="Kapal"))
    index.bring_up(catalog)
    assert find(catalog, index, asked((Clause(("kapal",)),))) == ["isi"]


def test_a_misread_word_is_found_by_what_it_was(catalog: Catalog, index: LexicalIndex) -> None:
    noisy = "PRES!DEN REPIJBUK INDONESIA menimbang bahwa Slandar Operasienal perlu ditetapkan"
    shelve(catalog, "a", [noisy, "hibah tanah kepada desa"])
    index.bring_up(catalog)
    for word in ("republik", "presiden", "standar", "operasional"):
        assert find(catalog, index, asked((Clause((stem(word),)),))) == [noisy]


def test_an_identifier_is_matched_whole_and_adds_its_score(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah kode 1.3.2.05.01.05.043", "hibah kode 1.3.2.05.01.05.044"])
    index.bring_up(catalog)
    plain = scores(catalog, index, asked((Clause(("hibah",)),)))
    exact = scores(catalog, index, asked((Clause(("hibah",)),), exact=("1.3.2.05.01.05.043",)))
    gains = sorted(exact[passage] - plain[passage] for passage in plain)
    assert gains == pytest.approx([0, EXACT_SCORE], abs=1e-4)


def test_scope_and_filters_choose_and_never_score(catalog: Catalog, index: LexicalIndex) -> None:
    card = Metadata(access="terbuka", unit="BPAD", status="disahkan", kind="kak", date="2024-05-01", community="CoP A")
    shelve(catalog, "a", ["hibah tanah"], card)
    shelve(catalog, "b", ["hibah air"], Metadata(access="terbuka", unit="DINKES", status="disahkan", kind="sop"))
    index.bring_up(catalog)
    everything = scores(catalog, index, request("hibah"))
    every = Filters("kak", "BPAD", range(2024, 2025), "CoP A")
    for filters in (Filters(kind="kak"), Filters(unit="BPAD"), Filters(years=range(2024, 2025)), every):
        chosen = scores(catalog, index, request("hibah", scope_of("public"), filters))
        assert list(chosen.values()) == [everything[passage] for passage in chosen]
        assert len(chosen) == 1
    assert scores(catalog, index, request("hibah", filters=Filters(years=range(2023, 2024)))) == {}


@pytest.mark.parametrize("changed", [False, True])
def test_of_several_years_each_counts_first_to_last(catalog: Catalog, index: LexicalIndex, *, changed: bool) -> None:
    dates = ("2021-05-01", "2022-01-01", "2024-12-31", "2025-05-01")
    assets = [shelve(catalog, str(day), [f"hibah {day}"], replace(OPEN, date="2023-05-01")) for day in dates]
    shelve(catalog, "kapan", ["hibah tanpa tanggal"], OPEN)
    if changed:
        index.bring_up(catalog)
    for asset, day in zip(assets, dates, strict=True):
        describe(catalog, asset, replace(OPEN, date=day))
    if not changed:
        index.bring_up(catalog)
    assert len(index.search(catalog, request("hibah", filters=Filters(years=range(2022, 2025))))) == 2


def test_words_of_a_query_language_are_only_words(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah tanah"], Metadata(access="terbatas"))
    index.bring_up(catalog)
    for text in ("*", "status:draf", "hibah OR reach:newest", '"', "[a TO z]", "body:hibah"):
        whole = Request(((Clause((text,)),),), (text,), vector(""), scope_of("public"))
        assert index.search(catalog, whole) == ()


def test_no_words_find_nothing(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah"])
    index.bring_up(catalog)
    assert index.search(catalog, asked()) == ()
    assert index.search(catalog, asked((Clause(()),))) == ()


def test_the_limit_keeps_the_best(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah " * n + "tanah " * (20 - n) for n in range(1, 11)])
    index.bring_up(catalog)
    wanted = Request(((Clause(("hibah",)),),), (), vector(""), OPERATOR, limit=3)
    assert [text.count("hibah") for text in find(catalog, index, wanted)] == [10, 9, 8]


def test_bringing_up_twice_changes_nothing(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah"])
    index.bring_up(catalog)
    before = index.reader()
    index.bring_up(catalog)
    assert index.reader() is before


def test_a_crash_between_commit_and_seq_is_replayed(catalog: Catalog, index: LexicalIndex) -> None:
    first = shelve(catalog, "a", ["hibah tanah", "hibah air"])
    index.bring_up(catalog)
    told = catalog.folder.index / "lexical.json"
    before = told.read_bytes()
    drop(catalog, first)
    shelve(catalog, "b", ["hibah pajak"])
    index.bring_up(catalog)
    told.write_bytes(before)
    again = LexicalIndex(catalog.folder.index)
    again.bring_up(catalog)
    assert find(catalog, again, request("hibah")) == ["hibah pajak"]
    assert again.reader().searcher.num_docs == 1


def test_a_dropped_passage_does_not_answer_even_before_the_index_hears_of_it(
    catalog: Catalog, index: LexicalIndex
) -> None:
    asset = shelve(catalog, "a", ["hibah tanah"])
    index.bring_up(catalog)
    drop(catalog, asset)
    assert index.search(catalog, request("hibah")) == ()


def test_a_changed_card_is_filtered_as_it_is_now(catalog: Catalog, index: LexicalIndex) -> None:
    asset = shelve(catalog, "a", ["hibah tanah"], OPEN)
    index.bring_up(catalog)
    describe(catalog, asset, Metadata(kind="kak", unit="DINKES", date="2021-01-01", community="CoP B"))
    for filters in (
        Filters(kind="sop"),
        Filters(unit="BPAD"),
        Filters(years=range(2020, 2021)),
        Filters(community="CoP A"),
    ):
        assert index.search(catalog, request("hibah", filters=filters)) == ()


def test_without_an_index_a_reader_is_told(index: LexicalIndex) -> None:
    with pytest.raises(DamagedLexicalError):
        index.reader()


def test_an_opened_index_leaves_its_folder_alone_whatever_happens_there(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah tanah"])
    index.bring_up(catalog)
    folder = index.root / index.reader().state.folder
    time.sleep(0.7)  # the follower that was ended when the index was opened has looked for the last time
    (folder / ".tantivy-meta.lock").unlink(missing_ok=True)
    with (folder / "meta.json").open("a", encoding="utf8") as file:
        file.write("\n")
    time.sleep(1.2)  # Tantivy's follower looks twice a second
    assert not (folder / ".tantivy-meta.lock").exists()


@pytest.mark.parametrize("harm", ["folder", "segment", "told", "version"])
def test_a_damaged_index_is_told_and_built_again(catalog: Catalog, index: LexicalIndex, harm: str) -> None:
    shelve(catalog, "a", ["hibah tanah"])
    index.bring_up(catalog)
    damage(index, harm)
    fresh = LexicalIndex(catalog.folder.index)
    with pytest.raises(DamagedLexicalError):
        fresh.reader()
    fresh.bring_up(catalog)
    assert find(catalog, fresh, request("hibah")) == ["hibah tanah"]
    assert len(list(catalog.folder.index.glob("tantivy-*"))) == 1


def damage(index: LexicalIndex, harm: str) -> None:
    folder = index.root / index.reader().state.folder
    told = index.root / "lexical.json"
    if harm == "folder":
        shutil.rmtree(folder)
    elif harm == "segment":
        segment = next(folder.glob("*.idx"))
        segment.unlink()  # not cut in place: the open index maps it into memory
        segment.write_bytes(b"")
    elif harm == "told":
        told.write_text("{", encoding="utf8")
    else:
        told.write_text(json.dumps(json.loads(told.read_bytes()) | {"version": "0/0"}), encoding="utf8")


def test_files_that_a_killed_writer_left_under_the_names_of_the_next_are_no_obstacle(
    catalog: Catalog, index: LexicalIndex, tmp_path: Path
) -> None:
    asset = shelve(catalog, "a", ["hibah tanah"])
    shelve(catalog, "b", ["hibah air"])
    index.bring_up(catalog)
    shutil.copytree(index.root, tmp_path / "before")
    describe(catalog, asset, Metadata(title="Lain"))
    index.bring_up(catalog)
    left = {path.name: path for path in index.root.glob("tantivy-*/*.del")}
    assert left
    for path in left.values():
        shutil.copy(path, next((tmp_path / "before").glob("tantivy-*")) / path.name)
    shutil.rmtree(index.root)
    shutil.copytree(tmp_path / "before", index.root)
    fresh = LexicalIndex(index.root)
    fresh.bring_up(catalog)
    assert fresh.ids() == set(passages.live_ids(catalog))


def test_an_older_catalog_put_back_is_indexed_again(catalog: Catalog, index: LexicalIndex, tmp_path: Path) -> None:
    shelve(catalog, "a", ["hibah tanah"])
    (tmp_path / "old").mkdir()
    catalog.db.execute("VACUUM INTO ?", [str(tmp_path / "old" / "catalog.db")])
    shelve(catalog, "b", ["hibah air"])
    index.bring_up(catalog)
    older = opening.open_existing(tmp_path / "old")
    index.bring_up(older)
    assert index.ids() == set(passages.live_ids(older))
    older.close()


def test_a_reader_follows_the_writer_and_outlives_a_rebuild(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah tanah"])
    index.bring_up(catalog)
    follower, other = LexicalIndex(catalog.folder.index), second_connection(catalog)
    held = follower.reader()
    assert find(other, follower, request("hibah")) == ["hibah tanah"]
    shelve(catalog, "b", ["hibah air"])
    index.rebuild(catalog)
    assert held.searcher.num_docs == 1
    assert sorted(find(other, follower, request("hibah"))) == ["hibah air", "hibah tanah"]


def test_hits_are_best_first(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "a", ["hibah tanah air", "hibah hibah hibah", "hibah hibah pajak"])
    index.bring_up(catalog)
    hits: tuple[Scored, ...] = index.search(catalog, request("hibah"))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_an_index_built_with_further_processes_finds_the_same(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.lexical._SHARED_FROM", 1)
    for number in range(4):
        shelve(catalog, f"a{number}", [f"peminjaman {number} tanah {place}" for place in range(600)])
    words = asked((Clause(("pinjam",)),), (Clause(("3",)),))
    alone, together = LexicalIndex(catalog.folder.index / "a"), LexicalIndex(catalog.folder.index / "b", processes=2)
    for index in (alone, together):
        index.bring_up(catalog)
    assert together.ids() == alone.ids() == set(passages.live_ids(catalog))
    assert together.search(catalog, words) == alone.search(catalog, words)
