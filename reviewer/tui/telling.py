"""What the plain review tells of a finding, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.glossary.model import Rule, Term
from reviewer.model import Decision
from reviewer.text import paragraph, sentence
from reviewer.tui.article import Article, Item
from reviewer.tui.bilingual import source_text
from reviewer.tui.places import places, spellings

AROUND = 40  # code points of context on each side of a place


def of_finding(article: Article, item: Item, last: Decision | None) -> Iterator[str]:
    """The finding in its sentence, why, what could be written, what was decided the last time."""
    finding, text = item.finding, article.text
    start, end = article.spans[article.items.index(item)]
    low, high = sentence(text, start)
    number = [other for other in article.items if not other.hidden].index(item) + 1
    yield ""
    yield f"{number} of {article.visible}: {finding.severity}, {finding.message}"
    yield f"  {text[low:start]}>>{text[start:end]}<<{text[end : max(high, end)]}"
    yield from (f"  {line}" for line in finding.explanation)
    yield f"  sure: {min(99, int(finding.confidence * 100))}%"
    if last:
        into = f" → {last.replacement}" if last.replacement is not None else ""
        yield f"  last time: {last.action}{into}, {last.who}, {last.time[:10]}, {last.path}"
    for place, suggestion in enumerate(finding.suggestions[:9], 1):
        yield f"  {place}: {suggestion or '(nothing: take it out)'}"


def of_places(articles: Sequence[Article], item: Item, entry: Term | Rule | None) -> Iterator[str]:
    """Every place of the name, as found, as suggested and as right."""
    known = spellings(entry, articles) if entry else []
    for place in places(articles, (item.finding.text, *item.finding.suggestions, *known)):
        article = articles[place.article]
        around = article.text[max(0, place.start - AROUND) : place.end + AROUND]
        yield f"  {article.title}:{place.line}: {' '.join(around.split())}"


def of_changes(article: Article) -> Iterator[str]:
    """Each sentence before and after the corrections that the file does not hold yet."""
    if not article.applied:
        yield "Nothing is changed that is not in the file already."
    text = article.document.text
    for item in article.applied:
        low, high = sentence(text, item.start)
        before, after = text[low : item.start], text[item.end : max(high, item.end)]
        yield f"  - {before}{item.held}{after}"
        yield f"  + {before}{item.wanted}{after}"


def of_entry(entry: Term | Rule | None) -> str:
    """What the glossary says."""
    if entry is None:
        return "There is no glossary entry."
    if isinstance(entry, Rule):
        parts = [f"phrase {entry.id}", ", ".join(entry.replace), entry.note, entry.origin]
    else:
        native = (f"{language} {', '.join(forms)}" for language, forms in entry.native.items())
        head = f"{entry.term} ({entry.kind})"
        parts = [head, *entry.admitted, *native, entry.note, entry.source]
    return "  " + "; ".join(filter(None, parts))


def of_paragraph(article: Article, item: Item) -> Iterator[str]:
    """The paragraph as the file holds it, and the sentence of the source that it stands for."""
    low, high = paragraph(article.document.text, item.start)
    yield f"  {article.document.text[low:high]}"
    source = source_text(article.document)
    span = source.at(item.start) if source else None
    if source and span:
        yield f"  source: {source.text[slice(*span)]}"
