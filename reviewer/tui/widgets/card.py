"""The card of the current finding: what was found, what is suggested, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from reviewer.glossary.model import Rule, Term
from reviewer.model import Decision
from reviewer.tui.article import STANDS, Article, Item, State
from reviewer.tui.letters import laid_over
from reviewer.tui.shown import one_line
from reviewer.tui.widgets.entry import short_lines
from reviewer.tui.widgets.look import LABEL, LABELLED, labelled
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
_PAST = {
    "approve": "approved",
    "edit": "edited",
    "mark": "marked",
    "reject": "rejected",
    "right": "rejected",
    "wrong": "edited",
}
NOTHING = "∅ nothing"  # what is suggested is to take it out
PHRASES = "phrases"  # the check whose suggestions are other words, not other letters
SEVERITY = {"error": "bold $text-error", "warning": "$text-warning", "info": "$text-secondary"}


@dataclass(frozen=True, slots=True)
class Beside:
    """What a card tells besides its article: of other articles, earlier decisions, the glossary."""

    elsewhere: int = 0  # places with the same spelling in other articles
    last: Decision | None = None  # the last other decision on this spelling
    entry: Term | Rule | None = None  # the glossary's, where no pane of its own shows it


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


def card(article: Article, width: int, beside: Beside) -> Content:
    """Everything about the current item, what an editor looks at first on top."""
    item = article.current
    if not article.checked:
        return Content("Checking this article …")
    if item is None or item.hidden:
        return Content(
            "Nothing was found in this article." if not article.items else "All decided."
        )
    finding = item.finding
    lines = [_head(article, item)]
    if _STATES[item.state]:
        decision = item.decision
        by = f" by {one_line(decision.who)} on {decision.time[:10]}" if decision else ""
        lines.append(Content.assemble((_STATES[item.state], "bold $text-primary"), (by, LABEL)))
    wanted = item.wanted if item.decision and item.decision.replacement else _first(item)
    above, below = Content(one_line(finding.text)), Content(one_line(wanted or "") or NOTHING)
    if wanted and finding.check != PHRASES:
        above, below = spellings(finding.text, wanted, width - LABELLED)
    lines.append(labelled("Found", above))
    if wanted is not None:
        lines.append(labelled("Suggested" if _open(item) else "Now", below))
    others = list(enumerate(finding.suggestions[:9], 1))[1:]
    if others:
        parts = [f"{number} {one_line(text)}" for number, text in others]
        lines.append(labelled("Or press", Content("   ".join(parts))))
    percent = min(99, int(finding.confidence * 100))  # nothing here is ever wholly certain
    sure = f"{bar(finding.confidence)} {percent}% {how_sure(finding.confidence)}"
    lines.append(labelled("Sure", Content(sure)))
    if not (wanted and finding.text in finding.message and wanted in finding.message):
        lines.append(Content(one_line(finding.message)))
    lines += [Content.styled(one_line(line), LABEL) for line in finding.explanation]
    lines += _memory(article, item, beside)
    if beside.entry:
        lines += short_lines(beside.entry)
    return Content("\n").join(lines)


def _head(article: Article, item: Item) -> Content:
    finding = item.finding
    number = sum(not other.hidden for other in article.items[: article.position + 1])
    return Content.assemble(
        (finding.severity.upper(), SEVERITY[finding.severity]),
        (f"  {finding.check}/{finding.code}", LABEL),
        (f"  {number} of {article.visible}", LABEL),
    )


def _memory(article: Article, item: Item, beside: Beside) -> list[Content]:
    """Where else this spelling stands, and what was decided on it the last time."""
    lines = []
    here = len(article.spellings[item.finding.fingerprint]) - 1
    again = [f"{here} more here"] if here else []
    if beside.elsewhere:
        again.append(f"{beside.elsewhere} in other articles")
    if again:
        lines.append(labelled("Again", Content(", ".join(again))))
    last = beside.last
    if last:
        into = f" → {one_line(last.replacement)}" if last.replacement is not None else ""
        why = f": {one_line(last.reason)}" if last.reason else ""
        where = "" if last.path == article.path else f" in {one_line(last.path)}"
        said = f"{_PAST[last.action]}{into}{why}"
        by = f"  {one_line(last.who)}, {last.time[:10]}{where}"
        lines.append(labelled("Last time", Content.assemble(said, (by, LABEL))))
    return lines


def _open(item: Item) -> bool:
    return item.decision is None or item.decision.action in STANDS


def _first(item: Item) -> str | None:
    return item.finding.suggestions[0] if item.finding.suggestions else None


class Card(Pane):
    """The card as a pane of its own."""

    def show(self, article: Article, beside: Beside) -> None:
        """Show the article's current item."""
        width = max(20, self.scrollable_content_region.width or 40)
        self.put(card(article, width, beside))
