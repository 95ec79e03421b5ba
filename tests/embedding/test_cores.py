"""The cores of a process are shared out in order, and never more of them than there are."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from embedding import onnx_embedder
from embedding.cores import CORES, Cores, available_cores
from embedding.embedder import load
from indexer.pool import ReaderPool
from tests.indexer.test_pool import wait_for


class AtWork:
    """Counts what works at once, and the most that it was."""

    def __init__(self) -> None:
        self.now = self.most = 0
        self._turn = threading.Lock()

    def hold(self, cores: int) -> None:
        with self._turn:
            self.now += cores
            self.most = max(self.most, self.now)
        time.sleep(0.001)
        with self._turn:
            self.now -= cores


@given(st.integers(1, 4), st.lists(st.integers(1, 6), min_size=1, max_size=12))
@settings(max_examples=30, deadline=None)
def test_never_more_cores_work_than_there_are_whatever_is_asked_for(count: int, wanted: list[int]) -> None:
    cores, work = Cores(count), AtWork()

    def take(number: int) -> None:
        with cores.taken(number):
            work.hold(min(number, count))

    with ThreadPoolExecutor(len(wanted)) as threads:
        list(threads.map(take, wanted))
    assert work.most <= count
    assert cores.free == count


def test_who_asks_for_all_cores_is_not_passed_for_ever_by_those_who_ask_for_one() -> None:
    cores, order = Cores(2), list[str]()

    def take(name: str, number: int) -> None:
        with cores.taken(number):
            order.append(name)

    with ThreadPoolExecutor(2) as threads, cores.taken():
        threads.submit(take, "all", 2)
        assert wait_for(lambda: len(cores._waiting) == 1)
        threads.submit(take, "one", 1)
        assert wait_for(lambda: len(cores._waiting) == 2)
        assert order == []  # one core is free, and it is kept for who came first
    assert order == ["all", "one"]


def test_a_core_is_given_back_by_what_fails() -> None:
    cores = Cores(1)
    with pytest.raises(ValueError, match="gagal"), cores.taken():
        raise ValueError("gagal")
    assert cores.free == 1


def test_passages_are_embedded_on_free_cores_only_and_a_question_waits_for_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cores, work = Cores(2), AtWork()

    def embed_one(*_: object) -> NDArray[np.float32]:
        work.hold(1)
        return np.ones(384, dtype=np.float32)

    monkeypatch.setattr(onnx_embedder, "CORES", cores)
    monkeypatch.setattr(onnx_embedder, "_embed_one", embed_one)
    model = load(threads=4)
    with cores.taken():
        model.embed_passages(["satu", "dua", "tiga", "empat"] * 5)
        assert work.most == 1
        with cores.taken():
            model.embed_queries(["tanya"])


def test_a_file_is_read_once_a_core_is_free(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Pengurus barang mencatat setiap barang dalam kartu inventaris ruangan.")
    cores = Cores(1)
    with ReaderPool(1, cores=cores) as pool, ThreadPoolExecutor(1) as thread:
        with cores.taken():
            reading = thread.submit(pool.read, path, path.name)
            assert wait_for(lambda: len(cores._waiting) == 1)
            assert not reading.done()
        assert reading.result().code == "ok"


def test_a_process_shares_out_all_cores_that_it_may_use() -> None:
    assert CORES.count == available_cores() >= 1
