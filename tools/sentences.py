"""The sentences of the lower rooms, as their code writes them: what pages show in English too.

A sentence is a text of several words that ends in a full stop. Values in an f-string become `%(name)s`, named after
what is filled in: `f"Akun “{login}” sudah ada."` is “Akun “%(login)s” sudah ada.” A value between two sentences, or
before the first, is taken for sentences that are told elsewhere, and divides the text.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("catalog", "embedding", "engine", "indexer", "search", "programme")
JOBS = ("edition_building", "edition_jobs", "reindexing", "running", "switching", "uploads")
"""The modules of operations that say why a job ended: its page shows it."""
NO_PAGES = frozenset(
    [
        *("catalog/backup.py", "catalog/backup_set.py", "catalog/restore.py", "catalog/people_file.py"),
        *(
            "indexer/manifest.py",
            "search/evaluation/judged.py",
            "search/evaluation/real_answers.py",
            "search/evaluation/real_questions.py",
            "search/rephrasing/settings.py",
        ),
        "programme/reusing/reuse_kit.py",
    ]
)
"""Modules whose words are for the command line alone, or stay Indonesian in files that people take with them."""
FRAGMENTS = tuple(f"search/rows/{name}.py" for name in ("figures", "papers", "told"))
"""Modules whose notes are sentences without a full stop: the page adds it."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_HOLE = r"%\(\w+\)s"
_BESIDE = re.compile(rf"(?<=\.) ?{_HOLE} ?|^(?:{_HOLE})+ (?=[A-Z])")
_LOGGED = frozenset(["debug", "info", "warning", "error", "exception"])


@cache
def sentences() -> tuple[str, ...]:
    """Return every sentence of the lower rooms once, in the order of the files."""
    files = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
    files += [ROOT / "operations" / f"{name}.py" for name in JOBS]
    return tuple(dict.fromkeys(text for file in files for text in _of(file)))


def _of(file: Path) -> Iterator[str]:
    name = file.relative_to(ROOT).as_posix()
    if name in NO_PAGES:
        return
    for text in texts_in(ast.parse(file.read_text(encoding="utf8"))):
        yield from (piece for piece in pieces(text) if _is_said(piece, whole=name not in FRAGMENTS))


def _is_said(text: str, *, whole: bool) -> bool:
    """Return whether a text is a sentence; unless a `whole` one is wanted, three words without a full stop are, too."""
    own = _own(text)
    if own[:1] in ("<", "(", "") or "\n" in own:
        return False
    words = sum(_WORD.search(word) is not None for word in own.split())
    return words + ("%(" in text) > 1 if own.endswith(".") else not whole and words > 2 and not set(own) & set("\\|")


def _own(text: str) -> str:
    return re.sub(_HOLE, "", text).strip()


def pieces(text: str) -> list[str]:
    """Return the parts of a text between the values that are sentences themselves."""
    return [part.strip() for part in _BESIDE.split(text) if _WORD.search(_own(part))]


def labels() -> list[str]:
    """Return what fields are called in refusals of what was typed into them: `typed.line("Topik", …)`."""
    trees = [ast.parse(file.read_text(encoding="utf8")) for file in sorted((ROOT / "programme").rglob("*.py"))]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return list(dict.fromkeys(name for call in calls for name in _label(call)))


def _label(call: ast.Call) -> Iterator[str]:
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="typed")), args=[ast.Constant(value=str(name)), _, *_]):
            yield name


def texts_in(tree: ast.AST) -> Iterator[str]:
    """Give the texts of a module with their values named: without docstrings, help of commands, and what is logged."""
    for node in ast.iter_child_nodes(tree):
        if _is_aside(node):
            continue
        if (text := written(node)) is not None:
            yield text
        else:
            yield from texts_in(node)


def _is_aside(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.keyword):
        return node.arg == "help"
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _LOGGED


def written(node: ast.AST) -> str | None:
    """Return the text that a node writes, None for a node that writes none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(_parts(node))


def _parts(node: ast.JoinedStr) -> Iterator[str]:
    names: list[str] = []
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            name = named(part.value)
            names.append(name)
            yield f"%({name}{names.count(name) if names.count(name) > 1 else ''})s"
        elif isinstance(part, ast.Constant):
            yield str(part.value).replace("%", "%%")


def named(value: ast.expr) -> str:
    """Return what a value in an f-string is called: its last name, as a translator reads it."""
    match value:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Subscript(slice=ast.Constant(value=str(name))):
            return name.strip("_").lower()
        case ast.Call(args=[*_, last]):
            return named(last)
        case (
            ast.Call(func=ast.Attribute(value=inner))
            | ast.Call(func=inner)
            | ast.Subscript(value=inner)
            | ast.BinOp(left=inner)
        ):
            return named(inner)
        case ast.BoolOp(values=[inner, *_]) | ast.IfExp(body=inner):
            return named(inner)
        case _:
            return "value"
