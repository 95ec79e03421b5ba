"""A run's document: in one piece, piece by piece, and what a job keeps of it."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from catalog.assets import Counts
from indexer.outcome import MOST_RECORDED, Item, Run, counted


def item(path: str, outcome: str = "indexed") -> Item:
    return Item(path, "arsip", outcome, outcome, "", "kunci", 1, passages=2)


def run(*items: Item) -> Run:
    return Run(["arsip"], list(items), ["hilang.txt"], 1.5)


@given(st.lists(st.text(min_size=1), max_size=5))
def test_the_pieces_are_the_document(paths: list[str]) -> None:
    done = run(*map(item, paths))
    assert json.loads("".join(done.json_pieces())) == done.to_json()


def test_a_document_has_every_field_of_its_items_in_the_order_of_their_paths() -> None:
    document = run(item("b"), item("a", "failed")).to_json()
    assert [told["path"] for told in document["items"]] == ["a", "b"]
    assert document["items"][1]["passages"] == 2
    assert (document["indexed"], document["failed"], document["removed"]) == (1, 1, ["hilang.txt"])


def test_a_job_keeps_what_went_wrong_before_what_went_well_and_says_how_much_it_left_out() -> None:
    items = [item(f"{number:05}") for number in range(MOST_RECORDED + 1)]
    kept = run(*items, item("z", "failed"), item("u", "unchanged")).to_record()
    assert kept["items"][0]["path"] == "z"
    assert (len(kept["items"]), kept["items_left_out"], kept["unchanged"]) == (MOST_RECORDED, 2, 1)


def test_a_small_job_keeps_everything_but_what_is_unchanged() -> None:
    kept = run(item("a"), item("b", "unchanged"), item("c", "skipped")).to_record()
    assert [told["path"] for told in kept["items"]] == ["a", "c"]
    assert "items_left_out" not in kept


def test_an_item_is_counted_by_what_its_asset_holds() -> None:
    plain = replace(item("a"), asset=None, version=None, passages=0)
    assert counted(plain, None) == plain
    full = counted(plain, Counts("k", 3, 4, 1, 9, 2))
    assert (full.asset, full.version, full.pages, full.pages_unsearchable) == ("k", 3, 4, 1)
    assert (full.passages, full.rows, full.path) == (9, 2, "a")
