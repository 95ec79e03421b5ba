import shutil
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, scope_of
from engine.engine import Engine
from engine.lexical import LexicalIndex
from engine.query import Candidates, Clause, Filters, Request
from engine.vector_index import VectorIndex
from tests.engine.shelf import OPEN, describe, drop, engine_of, request, second_connection, shelve, texts

PUBLIC = scope_of("public")


def raising(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def found(catalog: Catalog, engine: Engine, wanted: Request) -> tuple[list[str], list[str]]:
    candidates = engine.retrieve(catalog, wanted)
    return texts(catalog, candidates.lexical), texts(catalog, candidates.dense)


@pytest.mark.parametrize("tail_limit", [0, 1000])
def test_a_new_asset_is_seen_by_a_reader_that_is_already_open(catalog: Catalog, tail_limit: int) -> None:
    writer, reader = engine_of(catalog, tail_limit=tail_limit), engine_of(catalog, tail_limit=tail_limit)
    shelve(catalog, "a", ["hibah tanah"])
    writer.publish(catalog)
    other = second_connection(catalog)
    assert found(other, reader, request("hibah", PUBLIC)) == (["hibah tanah"], ["hibah tanah"])
    shelve(catalog, "b", ["pajak bumi"])
    writer.publish(catalog)
    assert found(other, reader, request("pajak", PUBLIC))[0] == ["pajak bumi"]
    assert found(other, reader, request("pajak", PUBLIC))[1][0] == "pajak bumi"
    other.close()


def test_a_changed_status_is_seen_without_embedding_again(catalog: Catalog) -> None:
    engine = engine_of(catalog, tail_limit=0)
    asset = shelve(catalog, "a", ["hibah tanah"], Metadata(access="terbuka", unit="BPAD", status="draf"))
    engine.publish(catalog)
    stored = list(catalog.db.query("SELECT * FROM vector"))
    assert found(catalog, engine, request("hibah", PUBLIC)) == ([], [])
    describe(catalog, asset, Metadata(status="disahkan"))
    engine.publish(catalog)
    assert found(catalog, engine, request("hibah", PUBLIC)) == (["hibah tanah"], ["hibah tanah"])
    assert list(catalog.db.query("SELECT * FROM vector")) == stored


@pytest.mark.parametrize("tail_limit", [0, 1000])
@pytest.mark.parametrize("published", [False, True])
def test_what_is_dropped_never_leaves(catalog: Catalog, tail_limit: int, published: bool) -> None:
    engine = engine_of(catalog, tail_limit=tail_limit)
    asset = shelve(catalog, "a", ["hibah tanah"])
    engine.publish(catalog)
    drop(catalog, asset)
    if published:
        engine.publish(catalog)
    assert engine.retrieve(catalog, request("hibah")) == Candidates((), ())


def test_filters_hold_in_both_lists(catalog: Catalog) -> None:
    engine = engine_of(catalog, tail_limit=0)
    shelve(catalog, "a", ["hibah a"], replace(OPEN, kind="kak", date="2024-05-01", community="CoP A"))
    shelve(catalog, "b", ["hibah b"], Metadata(access="terbuka", unit="DINKES", kind="sop", date="2023-05-01"))
    engine.publish(catalog)
    for filters in (
        Filters(kind="kak"),
        Filters(unit="BPAD"),
        Filters(years=range(2024, 2025)),
        Filters(community="CoP A"),
    ):
        assert found(catalog, engine, request("hibah", filters=filters)) == (["hibah a"], ["hibah a"])


def test_an_asset_that_goes_over_to_another_community_is_found_there_at_once(catalog: Catalog) -> None:
    engine = engine_of(catalog, tail_limit=0)
    moved = shelve(catalog, "a", ["hibah a"], replace(OPEN, community="CoP A"))
    engine.publish(catalog)
    assert found(catalog, engine, request("hibah", filters=Filters(community="CoP A"))) == (["hibah a"], ["hibah a"])
    describe(catalog, moved, Metadata(community="CoP B"))
    assert found(catalog, engine, request("hibah", filters=Filters(community="CoP A"))) == ([], [])
    assert found(catalog, engine, request("hibah", filters=Filters(community="CoP B")))[1] == ["hibah a"]
    engine.publish(catalog)
    assert found(catalog, engine, request("hibah", filters=Filters(community="CoP B"))) == (["hibah a"], ["hibah a"])


def test_a_deleted_index_folder_is_built_again_and_told_of_until_then(
    catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    shelve(catalog, "a", ["hibah tanah", "pajak"])
    engine_of(catalog, tail_limit=0).publish(catalog)
    before = found(catalog, engine_of(catalog, tail_limit=0), request("hibah"))
    shutil.rmtree(catalog.folder.index)
    engine = engine_of(catalog, tail_limit=0)
    assert found(catalog, engine, request("hibah")) == ([], before[1])
    assert "hasil hanya menurut makna" in caplog.text
    caplog.clear()
    engine.publish(catalog)
    assert found(catalog, engine, request("hibah")) == before
    assert caplog.text == ""
    assert engine.findings(catalog) == []


def test_an_empty_catalog_tells_of_no_missing_index(catalog: Catalog, caplog: pytest.LogCaptureFixture) -> None:
    assert found(catalog, engine_of(catalog), request("hibah")) == ([], [])
    assert caplog.text == ""


def test_a_passage_without_a_vector_is_found_by_words_alone(catalog: Catalog) -> None:
    engine = engine_of(catalog)
    shelve(catalog, "a", ["hibah tanah"])
    with catalog.writing():
        catalog.db.execute("UPDATE passage SET hash = NULL")
        catalog.db.execute("INSERT INTO change (passage, op) SELECT id, 'put' FROM passage")
    engine.publish(catalog)
    assert found(catalog, engine, request("hibah")) == (["hibah tanah"], [])
    assert engine.findings(catalog) == []


def test_publishing_what_is_published_touches_nothing(catalog: Catalog) -> None:
    engine = engine_of(catalog, tail_limit=0)
    shelve(catalog, "a", ["hibah"])
    engine.publish(catalog)
    before = {path: path.stat().st_mtime_ns for path in catalog.folder.index.rglob("*")}
    engine.publish(catalog)
    assert {path: path.stat().st_mtime_ns for path in catalog.folder.index.rglob("*")} == before


def test_publishing_may_leave_the_base_for_later(catalog: Catalog) -> None:
    engine = engine_of(catalog, tail_limit=0)
    shelve(catalog, "a", ["hibah"])
    engine.publish(catalog, patience=None)
    assert not list(catalog.folder.index.glob("gen-*"))
    assert found(catalog, engine, request("hibah")) == (["hibah"], ["hibah"])


def codes(catalog: Catalog, engine: Engine) -> list[str]:
    return [finding.code for finding in engine.findings(catalog)]


def test_findings_name_what_is_wrong_and_a_rebuild_mends_it(catalog: Catalog) -> None:
    engine = engine_of(catalog, tail_limit=0)
    shelve(catalog, "a", ["hibah", "pajak"])
    assert codes(catalog, engine) == ["lexical_damaged"]
    engine.publish(catalog)
    assert codes(catalog, engine) == []
    shelve(catalog, "b", ["air"])
    assert codes(catalog, engine) == ["lexical_missing", "lexical_behind"]
    (catalog.folder.index / "gen-1" / "codes.npy").write_bytes(b"")
    assert codes(catalog, engine) == ["lexical_missing", "lexical_behind", "generation_damaged"]
    engine.rebuild(catalog)
    assert codes(catalog, engine) == []


def test_rows_that_changed_behind_the_log_are_found(catalog: Catalog) -> None:
    engine = engine_of(catalog, tail_limit=0)
    shelve(catalog, "a", ["hibah", "pajak"])
    engine.publish(catalog)
    with catalog.writing():
        catalog.db.execute("DELETE FROM passage WHERE text = 'hibah'")
    assert codes(catalog, engine) == ["lexical_extra", "dense_extra"]
    with catalog.writing():
        catalog.db.execute("DELETE FROM vector")
    [extra] = [f for f in engine.findings(catalog) if f.code == "vector_missing"]
    assert (extra.count, extra.examples) == (1, ("passage 2",))


def test_an_index_folder_that_cannot_be_written_is_one_clear_error(catalog: Catalog) -> None:
    shelve(catalog, "a", ["hibah"], OPEN)
    catalog.folder.index.rmdir()
    catalog.folder.index.write_bytes(b"in the way")
    with pytest.raises(RujukanError, match="tidak dapat ditulis") as caught:
        engine_of(catalog).publish(catalog)
    assert caught.value.code == "unwritable_index"


def test_a_refusal_that_tantivy_wraps_is_told_as_the_system_says_it(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError('IoError(Os { code: 13, kind: PermissionDenied, message: "Permission denied" }). Some("…")')

    monkeypatch.setattr(LexicalIndex, "bring_up", refused)
    with pytest.raises(RujukanError, match=r"tidak dapat ditulis \(Permission denied\)\."):
        engine_of(catalog).publish(catalog)


def test_a_request_without_words_still_asks_the_vectors(catalog: Catalog) -> None:
    engine = engine_of(catalog)
    shelve(catalog, "a", ["hibah"])
    engine.publish(catalog)
    nothing = Request(((Clause(()),),), (), np.ones(4, np.float32) / 2, OPERATOR)
    assert found(catalog, engine, nothing) == ([], ["hibah"])


def test_a_base_that_is_built_is_told_of_and_a_patient_writer_builds_none(catalog: Catalog) -> None:
    told: list[str] = []
    engine = replace(engine_of(catalog, tail_limit=1), tell=told.append)
    shelve(catalog, "a", ["hibah tanah", "hibah air"])
    engine.publish(catalog, patience=None)
    engine.publish(catalog, patience=2)
    assert told == []
    engine.publish(catalog)
    assert told == ["Generasi 1: 2 vektor, eksak"]


@pytest.mark.parametrize(
    ("part", "step", "by_words"), [(LexicalIndex, "rebuild", []), (VectorIndex, "save", ["hibah tanah"])]
)
def test_where_one_index_cannot_be_built_no_generation_is_left_and_the_next_run_builds_both(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, part: type, step: str, by_words: list[str]
) -> None:
    engine = engine_of(catalog, tail_limit=0)
    shelve(catalog, "a", ["hibah tanah"])
    with monkeypatch.context() as broken:
        broken.setattr(part, step, raising(OSError("tidak dapat ditulis")))
        with pytest.raises(RujukanError, match="tidak dapat ditulis"):
            engine.publish(catalog)
    assert list(catalog.folder.index.glob("gen-*")) == []
    assert found(catalog, engine, request("hibah")) == (by_words, ["hibah tanah"])
    engine.publish(catalog)
    assert len(list(catalog.folder.index.glob("gen-*"))) == 1
    assert found(catalog, engine, request("hibah")) == (["hibah tanah"], ["hibah tanah"])
