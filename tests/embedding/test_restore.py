"""The 4-bit file: its blocks, its layout, its errors."""

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.restore import WeightFileError, dequantise, read_weights

WIDTH = 32


def block(scale: float, nibbles: list[int]) -> bytes:
    """Pack 32 values of 4 bits as the format has them: low halves first, then high halves."""
    return struct.pack("<e", scale) + bytes(
        low | high << 4 for low, high in zip(nibbles[:16], nibbles[16:], strict=True)
    )


def test_a_block_by_hand() -> None:
    values = dequantise(struct.pack("<e", 0.5) + bytes([0x80, 0x9F] + [0x88] * 14))
    assert values[:3].tolist() == [-4.0, 3.5, 0.0]
    assert values[16:19].tolist() == [0.0, 0.5, 0.0]
    assert len(values) == 32


@given(st.lists(st.integers(0, 15), min_size=32, max_size=32), st.sampled_from([0.25, 1.0, -2.0]))
def test_every_value_is_its_nibble_less_eight_times_the_scale(nibbles: list[int], scale: float) -> None:
    assert dequantise(block(scale, nibbles)).tolist() == [(nibble - 8) * scale for nibble in nibbles]


def test_blocks_follow_one_another() -> None:
    both = dequantise(block(1.0, [9] * 32) + block(2.0, [7] * 32))
    assert both.tolist() == [1.0] * 32 + [-2.0] * 32


def test_a_broken_block_is_told() -> None:
    with pytest.raises(WeightFileError, match="19 bytes"):
        dequantise(bytes(19))


def weight_file(path: Path, tensors: dict[str, tuple[int, bytes]]) -> Path:
    """Write a file of one layer, with a tokenizer of two pieces and a normalisation map that must be skipped."""
    head = b"E5S1" + struct.pack("<I7ifi", 1, WIDTH, 1, 2, 2 * WIDTH, 2, 4, 2, 1e-12, 32)
    tokenizer = struct.pack("<5iQ3I2f", 2, 0, 1, 0, 1, 3, 0, 1, 3, 0.0, -1.0) + b"abc"
    normaliser = struct.pack("<iI", 1, 5) + b"xxxxx"
    directory_size = 4 + sum(2 + len(name) + 21 for name in tensors)
    offset = len(head) + len(tokenizer) + len(normaliser) + directory_size
    directory, body = struct.pack("<i", len(tensors)), b""
    for name, (kind, raw) in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, 0, offset + len(body), len(raw))
        body += raw
    path.write_bytes(head + tokenizer + normaliser + directory + body)
    return path


def test_a_whole_file(tmp_path: Path) -> None:
    tensors = {
        "emb.word": (1, block(1.0, [9] * 32) + block(1.0, [6] * 32)),
        "l0.fo.w": (1, block(0.5, [10] * 32) * 2 * WIDTH),
        "l0.fo.b": (0, np.arange(WIDTH, dtype="<f4").tobytes()),
    }
    shape, weights = read_weights(weight_file(tmp_path / "w.bin", tensors))
    assert (shape.width, shape.layers, shape.heads, shape.inner, shape.vocabulary) == (WIDTH, 1, 2, 2 * WIDTH, 2)
    assert shape.epsilon == pytest.approx(1e-12)
    assert weights["emb.word"].tolist() == [[1.0] * WIDTH, [-2.0] * WIDTH]
    assert weights["l0.fo.w"].shape == (WIDTH, 2 * WIDTH)
    assert weights["l0.fo.b"].tolist() == list(range(WIDTH))


def test_a_file_cut_short_is_told(tmp_path: Path) -> None:
    path = weight_file(tmp_path / "w.bin", {"l0.fo.b": (0, bytes(4 * WIDTH))})
    path.write_bytes(path.read_bytes()[:-8])
    with pytest.raises(WeightFileError, match="120 of the 128 bytes"):
        read_weights(path)


@pytest.mark.parametrize("content", [b"", b"GGUF" + bytes(100), b"E5S1" + bytes(10), b"E5S1" + bytes(200)])
def test_another_format_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "w.bin"
    path.write_bytes(content)
    with pytest.raises(WeightFileError):
        read_weights(path)
