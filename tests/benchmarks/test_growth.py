from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from benchmarks.growth import line
from benchmarks.growth_drawn import drawing
from benchmarks.growth_made import MODEL, PER_ASSET, RARE_UNIT, Real, grow
from benchmarks.growth_phases import ASKED, built, dense_of, figures, peak_mb, tailed
from catalog import opening, vectors
from catalog.vectors import VectorSet


@pytest.fixture
def real() -> Real:
    dice = np.random.default_rng(1)
    rows = dice.standard_normal((60, 16), dtype=np.float32) + 2
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return Real(rows, np.arange(60) // 6, np.array(["BPAD", "DINKES"] * 30), rows[:9])


def test_made_vectors_are_unit_and_lie_near_real_ones(real: Real) -> None:
    moved = real.moved(real.passages, 0.3, np.random.default_rng(2))
    assert np.linalg.norm(moved, axis=1) == pytest.approx(1, abs=1e-5)
    assert ((moved @ real.passages.T).argmax(axis=1) == np.arange(60)).mean() > 0.9
    assert (real.asked(5, 3) == real.asked(5, 3)).all()


def test_a_catalog_grows_to_the_size_that_is_wanted_and_no_further(real: Real, tmp_path: Path) -> None:
    catalog = opening.create(tmp_path)
    assert grow(catalog, real, 400) == 400
    assert grow(catalog, real, 300) == 400
    assert grow(catalog, real, 2000) == 2000
    entries = list(vectors.entries(catalog, VectorSet(MODEL)))
    number = catalog.db.execute("SELECT number FROM unit WHERE code = ?", [RARE_UNIT]).fetchone()[0]
    assert len(entries) == 2000
    assert sum(entry.unit == number for entry in entries) == PER_ASSET
    catalog.close()


def test_every_figure_comes_from_the_index_itself(real: Real, tmp_path: Path) -> None:
    catalog = opening.create(tmp_path)
    grow(catalog, real, 6000)
    build = built(catalog, real, 0)
    assert build["kind"] == "flat"
    assert build["megabytes"]["vectors.faiss"] == pytest.approx(6000 * 16 * 2 / 1e6, rel=0.01)
    dense = dense_of(catalog, real)
    asked = {a.name: figures(dense, catalog, a, real.asked(20, 1)) for a in ASKED}
    assert {figure["recall"] for figure in asked.values()} == {1.0}
    assert asked["one_percent"]["share"] == pytest.approx(0.01, abs=0.001)
    tail = tailed(catalog, real, 200)
    assert (tail["tail"], tail["recall"]) == (200, 1.0)
    row = row_of(6000, build, asked, tail)
    assert "6,000" in line(row)
    catalog.close()


def row_of(passages: int, build: dict[str, Any], asked: dict[str, Any], tail: dict[str, Any]) -> dict[str, Any]:
    cost = {"seconds": 1.5, "peak_mb": peak_mb()}
    return {
        "passages": passages,
        "build": build | cost,
        "ask": asked | cost | {"open_ms": 2.0},
        "tail": tail | cost,
        "files_mb": 3.0,
    }


def test_the_drawing_is_svg_with_a_point_for_each_size() -> None:
    asked = {name: {"median_ms": 1.0, "p95_ms": 2.0} for name in ("all", "one_percent")}
    rows = [row_of(passages, {}, asked, {}) for passages in (1000, 10_000)]
    root = ElementTree.fromstring(drawing(rows))
    assert len(root.findall(".//{http://www.w3.org/2000/svg}circle")) == 2 * 7
