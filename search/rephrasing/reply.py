"""The sentences of a language model's reply: each with the quotes that it points to, and only those that stand."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from search.rephrasing.prompt import seen
from search.rephrasing.verifying import stands
from search.results import RephrasedSentence

_MOST = 6  # sentences; asked for are four
_LOOKED_AT = 24  # sentences, so that checking a reply costs little whatever it holds
_POINTERS = r"\[ ?[0-9]{1,2}(?: ?[,;] ?[0-9]{1,2}){0,5} ?\]"
_POINTER = re.compile(_POINTERS)
_AT_THE_END = re.compile(rf"{_POINTERS} ?[.!?]?$")
_BREAK = re.compile(rf"(?:[.!?][\"”’']?(?: ?{_POINTERS})*|{_POINTERS}) (?=[\"“‘'(]?\w)")
_SHORT_FORM = re.compile(r"(?:^|[ (.])\w{1,3}\.$")  # No., Dr., a.n.: the full stop ends no sentence
_MARK = re.compile(r"^(?:#{1,6} |[-*•–] |\(?[0-9]{1,2}[.)] )+")
_BEFORE_MARK = re.compile(r" (?=[.,;:!?])")


def sentences(reply: str, quotes: Mapping[int, str], question: str) -> tuple[RephrasedSentence, ...]:
    """Return the sentences that end with pointers to given quotes and say no more than those; any other is dropped."""
    kept: dict[str, RephrasedSentence] = {}
    for raw in islice(_split(reply.rpartition("</think>")[2]), _LOOKED_AT):
        numbers = _numbers(raw)
        if not numbers or not set(numbers) <= set(quotes):
            continue
        text = _bare(raw)
        if stands(text, [quotes[number] for number in numbers], question):
            kept.setdefault(text, RephrasedSentence(text, numbers))
    return tuple(kept.values())[:_MOST]


def _split(reply: str) -> Iterator[str]:
    for line in reply.splitlines():
        rest = _MARK.sub("", seen(line).replace("**", ""))
        start = 0
        for found in _BREAK.finditer(rest):
            end = found.end() - 1
            if _begins(rest[end + 1 : end + 3]) and not _SHORT_FORM.search(rest[max(start, end - 5) : end]):
                yield rest[start:end]
                start = found.end()
        yield rest[start:]


def _begins(text: str) -> bool:
    return text.lstrip("\"“‘'(")[:1].isupper()


def _numbers(sentence: str) -> tuple[int, ...]:
    """Return the numbers of all pointers in a sentence that ends with one, none for another sentence."""
    if not _AT_THE_END.search(sentence):
        return ()
    found = [int(digits) for pointer in _POINTER.findall(sentence) for digits in re.findall(r"[0-9]+", pointer)]
    return tuple(sorted(set(found)))


def _bare(sentence: str) -> str:
    """Return a sentence without its pointers, with one mark at its end."""
    text = _BEFORE_MARK.sub("", " ".join(_POINTER.sub(" ", sentence).split()))
    return text if text.endswith((".", "!", "?")) else text.rstrip(",;: ") + "."
