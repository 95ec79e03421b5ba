"""Puts a procedure and its explanation on paper."""

from collections.abc import Sequence
from pathlib import Path

from tools.contoh.blocks import Block, Break, Flow, Sheet, Sop
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.markup import read


def sop_blocks(sop: Sop, explanation: str = "") -> list[Block]:
    """Return identity sheet, flow table and, in portrait, the explanation in markup."""
    blocks: list[Block] = [Sheet(sop), Break(), Flow(sop)]
    if explanation:
        blocks += [Break(landscape=False), *read(explanation)]
    return blocks


def write_sop(path: Path, sop: Sop, explanation: str) -> None:
    """Write one procedure as a PDF."""
    write_pdf(path, f"SOP {sop.name}", sop_blocks(sop, explanation))


def write_bundle(path: Path, title: str, front: Sequence[Block], sops: Sequence[Sop]) -> None:
    """Write several procedures into one PDF: front matter in portrait, then two landscape pages each."""
    blocks: list[Block] = list(front)
    for place, sop in enumerate(sops):
        blocks += [Break(landscape=True if place == 0 else None), *sop_blocks(sop)]
    write_pdf(path, title, blocks)
