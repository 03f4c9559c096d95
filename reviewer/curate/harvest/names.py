"""Names in articles that the glossary does not know, and what the source calls them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reviewer.model import Document, Segment
from reviewer.names.compare import score
from reviewer.names.matcher import Matcher
from reviewer.names.mentions import GENERATIONS, PARTICLES, TITLES, Token, runs, tokens
from reviewer.names.romanize import romanizations
from reviewer.names.scripts import script_of
from reviewer.names.words import is_person_name, is_word
from reviewer.text import LineIndex

_JOINING = frozenset(("and", "&", "for", "at"))  # between names more often than inside one
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"  # noqa: SIM905
    " july august september october november december".split()
)
_BEGINS = re.compile(r"(?:^|[.!?:…\n][\"”’)]*)\s*[\"“‘(]*\Z")
_SHORTEST = 3  # letters of a token that makes a name
_PLACES = 5  # kept of each name
_SURE = 0.9  # of a source name, that it is this one


@dataclass
class Sightings:
    """How often a spelling was seen, in how many articles, where first, and its source names."""

    count: int = 0
    articles: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    native: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, article: str, place: str) -> None:
        """One more."""
        self.count += 1
        self.articles.add(article)
        if len(self.places) < _PLACES:
            self.places.append(place)

    def join(self, other: Sightings) -> None:
        """Those of another spelling of the name."""
        self.count += other.count
        self.articles |= other.articles
        self.places = [*self.places, *other.places][:_PLACES]
        self.native += other.native


def unknown(documents: Iterable[Document], matcher: Matcher) -> dict[str, Sightings]:
    """The names that are in no entry, by how they are written."""
    found: dict[str, Sightings] = {}
    for document in documents:
        lines = LineIndex(document.raw)
        known = [(match.start, match.end) for match in matcher.find(document.text)]
        article = document.path + (f" [{document.record}]" if document.record is not None else "")
        for name, start, end in names(document.text):
            if any(low < end and start < high for low, high in known):
                continue
            line, _ = lines.line_column(document.raw_offset(start))
            seen = found.setdefault(name, Sightings())
            seen.add(article, f"{document.path}:{document.raw_line + line - 1}")
            seen.native.update(_in_source(document.segments, name, start, end))
    return found


def names(text: str, *, running: bool = True) -> Iterator[tuple[str, int, int]]:
    """Each run of capitalised words that are no ordinary words, with its span.

    In ``running`` text an ordinary word that begins a sentence is none of a name, whoever bears it.
    """
    for run, start in runs(text):
        found = tokens(run)
        if running and is_word(found[0].plain) and _BEGINS.search(text, max(0, start - 8), start):
            found = found[1:]
        for part in _parts(found):
            first, last = part[0], part[-1]
            written = run[first.start : last.end]
            yield " ".join(written.split()), start + first.start, start + last.end


def _parts(run: list[Token]) -> Iterator[list[Token]]:
    """The run divided at ordinary words and titles; particles stay inside a name only."""
    part: list[Token] = []
    for token in [*run, None]:
        if token is not None and not _divides(token):
            part.append(token)
            continue
        while part and part[0].plain in PARTICLES:
            part.pop(0)
        while part and (part[-1].plain in PARTICLES or part[-1].plain in GENERATIONS):
            part.pop()
        if any(len(t.plain) >= _SHORTEST and t.plain.isalpha() and not t.small for t in part):
            yield part
        part = []


def _divides(token: Token) -> bool:
    """Does the token end a name? Ordinary words do, unless somebody is called so (Mark, Rose).

    In capitals (NO ONE) a word looks no more like a name than any other.
    """
    if token.plain in PARTICLES:
        return token.plain in _JOINING
    if token.plain in _CALENDAR or token.plain in TITLES or token.plain.isdigit():
        return True
    return is_word(token.plain) and (token.text.isupper() or not is_person_name(token.plain))


def _in_source(
    segments: Iterable[Segment], name: str, start: int, end: int
) -> Iterator[tuple[str, str]]:
    """The (language, form) that the segment's source surely has for the name in the span."""
    for segment in segments:
        if not (segment.source and segment.source_lang) or end <= segment.start:
            continue
        if start >= segment.end:
            continue
        scored = [
            (score(latin, name), form)
            for form in _windows(segment.source, len(name.split()))
            for latin in romanizations(form, segment.source_lang)[:2]
        ]
        best, form = max(scored, default=(0.0, ""))
        if best >= _SURE:
            yield segment.source_lang, form


def _windows(source: str, length: int) -> Iterator[str]:
    """Stretches of so many words inside the capitalised runs of a text not in Latin letters."""
    for run, _ in runs(source):
        if script_of(run) != "Latn":
            words = run.split()
            for first in range(len(words) - length + 1):
                yield " ".join(words[first : first + length])


def native_forms(seen: Sightings) -> Mapping[str, list[str]]:
    """Of each language the form that the source has most often."""
    best: dict[str, list[str]] = {}
    for (language, form), _ in seen.native.most_common():
        best.setdefault(language, [form])
    return best
