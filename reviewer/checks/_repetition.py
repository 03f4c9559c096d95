"""Words and phrases that stand twice in a row, as decoding that loops leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from reviewer.checks._echoes import Echo, echoes, stuttering
from reviewer.text import later, lower

# Words that English doubles rightly, and names and interjections that come in pairs.
_DOUBLED = frozenset(
    "had that is was do did her you who in on so very many much no yes ha bye blah knock tut"  # noqa: SIM905
    " now there well hear hush chop night far more long half cha can boo bora pago walla sing"
    " zsa ping aye go pom yo mau tom he hi ho la na oh ah um er really never ever please wait"
    " come run".split()
)
_WORDS = later(r"\b([^\W\d_]+)(?P<more>(?:(?:[ \u00a0]|\r?\n)(?i:\1)\b)+)(?![-'’]\w)")
_TOKEN = re.compile(r"\w+")
_SPACED = bytes(ord(c) if c.isalnum() or c == "_" else ord(" ") for c in map(chr, range(256)))
_CONNECTORS = frozenset(("and", "or", "the", "a", "an"))
# What may stand between: a comma, the line end of wrapped text, and words that join.
_BETWEEN = later(r",?(?:[ \u00a0]|\r?\n)(?:(?:and|or|the|an?) ){0,2}", re.IGNORECASE)
_LOOPING = later(r"[.!?…]?[\"”»]?[ \n]")
_BOUNDARY = later(r"[.!?…:;()\[\]|/]|[-–—] | [-–—]|\n[ \t\r\n]")
_LONG = later(r"\b[^\W\d_]{8,}\b")
_STUTTER = later(r"([^\W\d_]{2,4}?)\1{3,}", re.IGNORECASE)
_LAUGHTER = frozenset("ha he hi ho hu ah eh la na ja ba bla cha nya zz xx hm mm".split())  # noqa: SIM905
_WINDOW = 40  # words between the beginnings of a phrase and its repetition
_JOINING = 2  # words that may stand between the two
_LOOP = 6  # words that may repeat across the end of a sentence and still be no figure of speech


class Repetition(NamedTuple):
    """A span that says something twice or more, and what it should say once."""

    start: int
    end: int
    once: str
    code: str
    sure: bool = True


class _Block:
    """The text between two blank lines, which no repetition crosses, and its words in lower case.

    ``doubled`` and ``again`` are numbers of words: those that the next one repeats, and those where
    two words begin that stood before.
    """

    def __init__(self, text: str, low: int, high: int) -> None:
        self.text, self._low = text, low
        self._lowered = lower(text[low:high])
        self.words = _words_of(self._lowered)
        self.doubled: dict[int, None] = {}
        self.again: set[int] = set()

    def hear(self, echo: Echo) -> None:
        """Note what a word is if it is said again where it may be; with no distance, all words."""
        words = self.words
        if not echo.distance:
            pairs = list(pairwise(words))
            self.doubled = dict.fromkeys(n for n, (one, other) in enumerate(pairs) if one == other)
            self.again = set(range(1, len(pairs)) if len(set(pairs)) < len(pairs) else ())
            return
        word, again = echo.word, echo.word + echo.distance
        if words[word] != words[again]:
            return
        if echo.distance == 1:
            self.doubled[word] = None
        if words[word + 1 : word + 2] == words[again + 1 : again + 2]:
            self.again.add(again)

    def span(self, word: int) -> tuple[int, int]:
        """Where a word stands in the text."""
        start, end = self._spans[word]
        return self._low + start, self._low + end

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return list(map(re.Match.span, _TOKEN.finditer(self._lowered)))


def repetitions(text: str) -> list[Repetition]:
    """Every repetition in a text, by place; of overlapping ones the first found stands."""
    blocks = _blocks(text)
    items = [item for block in blocks for item in _words(block)]
    items += _stutters(text)
    items += (item for block in blocks for item in _phrases(block))
    found: list[Repetition] = []
    taken = bytearray(len(text) if items else 0)
    for item in items:
        if taken.find(1, item.start, item.end) < 0:
            taken[item.start : item.end] = b"\1" * (item.end - item.start)
            found.append(item)
    return sorted(found, key=lambda item: item.start)


def _blocks(text: str) -> list[_Block]:
    """The blocks in which a word, or two, stand again shortly after."""
    blocks: dict[int, _Block] = {}
    for echo in echoes(text, _WINDOW, _JOINING):
        if echo.low not in blocks:
            blocks[echo.low] = _Block(text, echo.low, echo.high)
        blocks[echo.low].hear(echo)
    return [blocks[low] for low in sorted(blocks)]


def _words_of(lowered: str) -> list[str]:
    if not lowered.isascii():
        return _TOKEN.findall(lowered)
    return lowered.encode().translate(_SPACED).decode().split()


def _words(block: _Block) -> Iterator[Repetition]:
    done = 0
    for number in block.doubled:
        if not _is_telling_twice(block.words[number]):
            continue
        start = block.span(number)[0]
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


def _stutters(text: str) -> Iterator[Repetition]:
    for low, high in stuttering(text):
        for word in _LONG.finditer(text, low, high + 1):  # with what ends the word
            stutter = _STUTTER.search(word[0])
            part = stutter[1].casefold() if stutter else ""
            if stutter and part not in _LAUGHTER and len(set(part)) > 1:
                start, end = (word.start() + at for at in stutter.span())
                yield Repetition(start, end, stutter[1], "repeated-word")


def _phrases(block: _Block) -> Iterator[Repetition]:
    """Runs of two words or more, each beside the same one as it stood last."""
    text, words = block.text, block.words
    done = 0
    for second in sorted(block.again):
        first = _last(words, second)
        if first < done:
            continue
        length = _common(words, first, second)
        between = words[first + length : second]
        if len(between) > _JOINING or not _CONNECTORS.issuperset(between):
            continue
        phrase = [block.span(number) for number in range(first, first + length)]
        start, end = phrase[0][0], block.span(second + length - 1)[1]
        gap = text[phrase[-1][1] : block.span(second)[0]]
        if _may_be_meant(text, phrase, end, gap):
            continue
        sure = length > 2 or _is_telling(text, phrase, gap)
        if not sure and "," in gap:
            continue  # come on, come on
        done = second + length
        yield Repetition(start, end, text[start : phrase[-1][1]], "repeated-phrase", sure)


def _is_content(word: str) -> bool:
    return len(word) > 2 and not word.isdigit() and word not in _CONNECTORS


def _last(words: list[str], second: int) -> int:
    """Where the two words at ``second`` stood last before; -1 if it is too long ago."""
    one, other = words[second : second + 2]
    for first in range(second - 1, max(-1, second - _WINDOW - 1), -1):
        if words[first] == one and words[first + 1] == other:
            return first
    return -1


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
