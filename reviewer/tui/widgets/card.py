"""The card of the current finding: what was found, what is suggested, how sure, and why."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from reviewer.text import sentences
from reviewer.tui.article import STANDS, Article, Item, State
from reviewer.tui.letters import laid_over
from reviewer.tui.shown import one_line
from reviewer.tui.widgets.pane import Pane

_SURE = (
    (0.95, "almost certain"),
    (0.85, "very likely"),
    (0.65, "likely"),
    (0.4, "possible"),
    (0.0, "doubtful"),
)
_STATES = {
    State.OPEN: "",
    State.APPROVED: "✓ approved",
    State.EDITED: "✎ edited",
    State.REJECTED: "× rejected: stays as it is",
    State.SKIPPED: "~ skipped",
    State.COVERED: "replaced by another correction",
}
PHRASES = "phrases"  # the check whose suggestions are other words, not other letters
LABEL = "$secondary"
SEVERITY = {"error": "bold $text-error", "warning": "$text-warning", "info": "$text-secondary"}


def how_sure(confidence: float) -> str:
    """A confidence of 0..1 in words."""
    return next(words for least, words in _SURE if confidence >= least)


def bar(confidence: float, width: int = 10) -> str:
    """A confidence of 0..1 as a bar of cells."""
    full = round(confidence * width)
    return "█" * full + "░" * (width - full)


def spellings(found: str, wanted: str, width: int) -> tuple[Content, Content]:
    """Both spellings, one over the other where they fit, their differing segments marked."""
    upper: list[str | tuple[str, str]] = []
    lower: list[str | tuple[str, str]] = []
    pairs = laid_over(one_line(found), one_line(wanted))
    padded = sum(max(cell_len(a), cell_len(b)) for a, b in pairs) <= width
    for pair in pairs:
        longest = max(cell_len(pair.found), cell_len(pair.wanted)) if padded else 0
        for parts, text in ((upper, pair.found), (lower, pair.wanted)):
            parts.append(text if pair.same else (text, "bold underline"))
            parts.append(("·" * (longest - cell_len(text)), LABEL))
    return Content.assemble(*upper), Content.assemble(*lower)


def card(article: Article, width: int, elsewhere: int = 0) -> Content:
    """Everything about the current item; ``elsewhere`` counts its spelling in other articles."""
    item = article.current
    if not article.checked:
        return Content("Checking this article …")
    if item is None or item.hidden:
        return Content(
            "Nothing was found in this article." if not article.items else "All decided."
        )
    finding = item.finding
    number = sum(not other.hidden for other in article.items[: article.position + 1])
    head = Content.assemble(
        (finding.severity.upper(), SEVERITY[finding.severity]),
        (f"  {finding.check}/{finding.code}", LABEL),
        (f"  {number} of {article.visible}", LABEL),
    )
    lines = [head]
    if _STATES[item.state]:
        decision = item.decision
        by = f" by {one_line(decision.who)} on {decision.time[:10]}" if decision else ""
        lines.append(Content.assemble((_STATES[item.state], "bold $text-primary"), (by, LABEL)))
    wanted = item.wanted if item.decision and item.decision.replacement else _first(item)
    above, below = Content(one_line(finding.text)), Content(one_line(wanted or ""))
    if wanted and finding.check != PHRASES:
        above, below = spellings(finding.text, wanted, width - 11)
    lines.append(_row("Found", above))
    if wanted is not None:
        lines.append(_row("Suggested" if _open(item) else "Now", below))
    percent = min(99, int(finding.confidence * 100))  # nothing here is ever wholly certain
    sure = f"{bar(finding.confidence)} {percent}% {how_sure(finding.confidence)}"
    lines.append(_row("Sure", Content(sure)))
    lines.append(Content(one_line(finding.message)))
    lines += [Content.styled(one_line(line), LABEL) for line in finding.explanation]
    others = list(enumerate(finding.suggestions[:9], 1))[1:]
    if others:
        parts = [f"{number} {one_line(text)}" for number, text in others]
        lines.append(_row("Or press", Content("   ".join(parts))))
    here = len(article.spellings[finding.fingerprint]) - 1
    if here or elsewhere:
        lines.append(_row("Again", Content(f"{here} here, {elsewhere} in other articles")))
    source = next((s for s in article.document.segments if s.start <= item.start < s.end), None)
    if source and source.source:
        low = article.document.text[source.start : item.start]
        lines.append(_row("Source", Content(one_line(_sentence_of(source.source, low)))))
    return Content("\n").join(lines)


def _sentence_of(source: str, before: str) -> str:
    """The sentence of the source that stands where as many sentences came before it."""
    spans = list(sentences(source))
    number = max(0, len(list(sentences(before + "x"))) - 1)
    return source[slice(*spans[min(number, len(spans) - 1)])] if spans else source


def _open(item: Item) -> bool:
    return item.decision is None or item.decision.action in STANDS


def _first(item: Item) -> str | None:
    return item.finding.suggestions[0] if item.finding.suggestions else None


def _row(label: str, value: Content) -> Content:
    return Content.assemble((f"{label:<11}", LABEL), value)


class Card(Pane):
    """The card as a pane of its own."""

    def show(self, article: Article, elsewhere: int = 0) -> None:
        """Show the article's current item."""
        width = max(20, self.scrollable_content_region.width or 40)
        self.put(card(article, width, elsewhere))
