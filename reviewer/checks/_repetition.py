"""Words and phrases that stand twice in a row, as decoding that loops leaves them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, chain, compress, count, islice, pairwise
from operator import eq
from typing import NamedTuple

from reviewer.text import lower, unusual

# Words that English doubles rightly, and names and interjections that come in pairs.
_DOUBLED = frozenset(
    "had that is was do did her you who in on so very many much no yes ha bye blah knock tut"  # noqa: SIM905
    " now there well hear hush chop night far more long half cha can boo bora pago walla sing"
    " zsa ping aye go pom yo mau tom he hi ho la na oh ah um er really never ever please wait"
    " come run".split()
)
_WORDS = re.compile(r"\b([^\W\d_]+)(?P<more>(?:(?:[ \u00a0]|\r?\n)(?i:\1)\b)+)(?![-'’]\w)")
_TOKEN = re.compile(r"\w+")
_SPACED = bytes(
    byte if byte > 0x7F or chr(byte).isalnum() or chr(byte) == "_" else 0x20 for byte in range(256)
)
_CONNECTORS = frozenset(("and", "or", "the", "a", "an"))
_BLANK = re.compile(r"\n\r?\n")
# What may stand between: a comma, the line end of wrapped text, and words that join.
_BETWEEN = re.compile(r",?(?:[ \u00a0]|\r?\n)(?:(?:and|or|the|an?) ){0,2}", re.IGNORECASE)
_LOOPING = re.compile(r"[.!?…]?[\"”»]?[ \n]")
_BOUNDARY = re.compile(r"[.!?…:;()\[\]|/]|[-–—] | [-–—]|\n[ \t\r\n]")
_STUTTERING = 8
_LONG = re.compile(rf"[^\W\d_]{{{_STUTTERING},}}")
_STUTTER = re.compile(r"([^\W\d_]{2,4}?)\1{3,}", re.IGNORECASE)
_LAUGHTER = frozenset("ha he hi ho hu ah eh la na ja ba bla cha nya zz xx hm mm".split())  # noqa: SIM905
_WINDOW = 40  # words between the beginnings of a phrase and its repetition
_SHORTEST = 4  # words that hold a phrase twice
_LOOP = 6  # words that may repeat across the end of a sentence and still be no figure of speech


class Repetition(NamedTuple):
    """A span that says something twice or more, and what it should say once."""

    start: int
    end: int
    once: str
    code: str
    sure: bool = True


class _Block(NamedTuple):
    """The words between two blank lines, which no repetition crosses, in lower case.

    Where they stand is asked only where a repetition is found.
    """

    text: str
    lowered: str
    low: int
    high: int
    words: list[str]

    def spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _TOKEN.finditer(self.lowered, self.low, self.high)]


def repetitions(text: str) -> list[Repetition]:
    """Every repetition in a text, by place; of overlapping ones the first found stands."""
    lowered = lower(text)
    blocks = list(_blocks(text, lowered))
    words = list(chain.from_iterable(block.words for block in blocks))
    starts = list(accumulate((len(block.words) for block in blocks), initial=0))
    same = compress(count(), map(eq, words, islice(words, 1, None)))
    doubled = (number for number in same if _is_telling_twice(words[number]))
    doubling = dict.fromkeys(bisect_right(starts, number) - 1 for number in doubled)
    items = [item for number in doubling for item in _words(blocks[number])]
    items += _stutters(text, set(words))
    items += (item for block in blocks for item in _phrases(block))
    found: list[Repetition] = []
    taken = bytearray(len(text))
    for item in items:
        if taken.find(1, item.start, item.end) < 0:
            taken[item.start : item.end] = b"\1" * (item.end - item.start)
            found.append(item)
    return sorted(found, key=lambda item: item.start)


def _plain(lowered: str) -> str:
    """The text, place for place, with a space for whatever is no letter, mark, digit or ``_``."""
    for char in set(unusual(lowered)):
        if not char.isalnum():
            lowered = lowered.replace(char, " ")
    data = lowered.encode("utf-8", "surrogatepass").translate(_SPACED)
    return data.decode("utf-8", "surrogatepass")


def _blocks(text: str, lowered: str) -> Iterator[_Block]:
    plain = _plain(lowered)
    low = 0
    for blank in [*(match.span() for match in _BLANK.finditer(lowered)), (len(text), len(text))]:
        yield _Block(text, lowered, low, blank[0], plain[low : blank[0]].split())
        low = blank[1]


def _words(block: _Block) -> Iterator[Repetition]:
    same = map(eq, block.words, islice(block.words, 1, None))
    spans: list[tuple[int, int]] = []
    done = 0
    for number in compress(count(), same):
        word = block.words[number]
        if not _is_telling_twice(word):
            continue
        spans = spans or block.spans()
        start = spans[number][0]
        match = _WORDS.match(block.text, start) if start >= done else None
        if match is None:
            continue
        done = match.end()
        word = match[1]
        again = match["more"].split()
        if word in ("A", "i"):
            continue
        if any(other not in (word, word[0].lower() + word[1:]) for other in again):
            continue  # TAR tar; a heading and the line below
        names = word[0].isupper() and all(other[0].isupper() for other in again)
        if names and len(again) == 1:
            continue  # names come in pairs: Baden Baden, Duran Duran
        yield Repetition(*match.span(), word, "repeated-word")


def _is_telling_twice(word: str) -> bool:
    """Is the word, in lower case, none that English doubles, no letter and no figure of a table?"""
    if len(word) == 1 and word not in "ai":
        return False
    return word not in _DOUBLED and (word.isalpha() or not word.isascii())


def _stutters(text: str, words: set[str]) -> Iterator[Repetition]:
    if not any(_has_stutter(word) for word in words if len(word) >= _STUTTERING):
        return
    for word in sorted(set(_LONG.findall(text))):
        stutter = _STUTTER.search(word)
        part = stutter[1].casefold() if stutter else ""
        if stutter and part not in _LAUGHTER and len(set(part)) > 1:
            for match in re.finditer(rf"\b{word}\b", text):
                low, high = stutter.span()
                yield Repetition(
                    match.start() + low, match.start() + high, stutter[1], "repeated-word"
                )


@lru_cache(maxsize=1 << 16)
def _has_stutter(word: str) -> bool:
    return _STUTTER.search(word) is not None


def _phrases(block: _Block) -> Iterator[Repetition]:
    """Runs of two words or more; only a pair of words seen shortly before is looked at closely."""
    text, words = block.text, block.words
    if len(words) < _SHORTEST or len(set(pairwise(words))) == len(words) - 1:
        return
    seen: dict[tuple[str, str], int] = {}
    spans: list[tuple[int, int]] = []
    done = 0
    for second, pair in enumerate(pairwise(words)):
        first = seen.get(pair)
        seen[pair] = second
        if first is None or second - first > _WINDOW or first < done:
            continue
        if second - first > 4 and words[first + 2 : first + 3] != words[second + 2 : second + 3]:
            continue  # more than two words would stand between
        length = _common(words, first, second)
        between = words[first + length : second]
        if len(between) > 2 or not _CONNECTORS.issuperset(between):
            continue
        spans = spans or block.spans()
        phrase = spans[first : first + length]
        start, end = phrase[0][0], spans[second + length - 1][1]
        gap = text[phrase[-1][1] : spans[second][0]]
        if _may_be_meant(text, phrase, end, gap):
            continue
        sure = length > 2 or _is_telling(text, phrase, gap)
        if not sure and "," in gap:
            continue  # come on, come on
        done = second + length
        yield Repetition(start, end, text[start : phrase[-1][1]], "repeated-phrase", sure)


def _is_content(word: str) -> bool:
    return len(word) > 2 and not word.isdigit() and word not in _CONNECTORS


def _common(words: list[str], first: int, second: int) -> int:
    """How many words from both places on are the same, the two not overlapping."""
    length = 0
    limit = min(second - first, len(words) - second)
    while length < limit and words[first + length] == words[second + length]:
        length += 1
    return length


def _may_be_meant(text: str, spans: list[tuple[int, int]], end: int, gap: str) -> bool:
    """Is it a figure of speech, a list of measures or of names, two sentences that begin alike?"""
    loops = len(spans) >= _LOOP and _LOOPING.fullmatch(gap)
    if not loops and (not _BETWEEN.fullmatch(gap) or _BOUNDARY.search(text, spans[0][0], end)):
        return True
    words = [text[a:b] for a, b in spans]
    if not any(_is_content(w.lower()) for w in words) or (
        len(words) == 2 and {"and", "or"} & {w.lower() for w in words}
    ):
        return True  # 80 x 80 x 80; more and more and more
    if "\n" in gap and text[spans[-1][1] + len(gap)].isupper():
        return True  # a heading and the line below
    names = all(word[0].isupper() for word in words)
    if names and "," in gap:
        return True  # New York, New York; South Africa, South African
    return "and" in gap and text[end : end + 1] in "-‑–"  # the United States and the US-led …


def _is_telling(text: str, spans: list[tuple[int, int]], gap: str) -> bool:
    """Of two words only: is one of them more than *you can*, and does no comma make it emphasis?"""
    words = [text[a:b] for a, b in spans]
    long = max(len(word) for word in words)
    return long > 6 or (long > 4 and "," not in gap) or any(word[0].isupper() for word in words[1:])
