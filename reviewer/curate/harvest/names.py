"""Names in articles that the glossary does not know, and what the source calls them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reviewer.model import Document, Segment
from reviewer.names.choice import Match
from reviewer.names.compare import score
from reviewer.names.matcher import Matcher
from reviewer.names.mentions import runs
from reviewer.names.romanize import romanizations
from reviewer.names.scripts import script_of
from reviewer.names.spotted import names
from reviewer.text import LineIndex

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
    """The names that are in no entry, by how they are written.

    A name that only begins as an entry does (*Levan*) is another's; one that ends so (*Aliyev*) may
    be a relative's, who is not proposed.
    """
    found: dict[str, Sightings] = {}
    for document in documents:
        lines = LineIndex(document.raw)
        matches = matcher.find(document.text)
        article = document.path + (f" [{document.record}]" if document.record is not None else "")
        for name, start, end in names(document.text):
            if any(m.start < end <= m.end or _garbles(m, start, end) for m in matches):
                continue
            line, _ = lines.line_column(document.raw_offset(start))
            seen = found.setdefault(name, Sightings())
            seen.add(article, f"{document.path}:{document.raw_line + line - 1}")
            seen.native.update(_in_source(document.segments, name, start, end))
    return found


def _garbles(match: Match, start: int, end: int) -> bool:
    return match.kind != "exact" and match.start < end and start < match.end


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
