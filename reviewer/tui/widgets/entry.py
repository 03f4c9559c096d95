"""A glossary entry, whole or in two lines."""

from __future__ import annotations

import re

from textual import work
from textual.content import Content
from textual.timer import Timer
from textual.worker import get_current_worker

from reviewer.glossary.model import Rule, Term
from reviewer.tui.places import counted, spellings
from reviewer.tui.session import Session
from reviewer.tui.shown import one_line
from reviewer.tui.widgets.look import LABEL, labelled
from reviewer.tui.widgets.pane import Pane

PAUSE = 0.15  # seconds without another entry until the articles are searched for this one
_GROUP = re.compile(r"\\g<\w+>")  # what a pattern's match is put in for


def entry_lines(entry: Term | Rule) -> list[Content]:
    """All that the glossary says: of a name, or of a phrase rule."""
    return rule_lines(entry) if isinstance(entry, Rule) else term_lines(entry)


def term_lines(term: Term) -> list[Content]:
    """A name: what it is, its native forms, what else is right, the note, the source."""
    lines = [Content.assemble((one_line(term.term), "bold"), (f"  {term.kind}", LABEL))]
    lines += [_row(language, ", ".join(forms)) for language, forms in term.native.items()]
    if term.admitted:
        lines.append(_row("also right", ", ".join(term.admitted)))
    if term.deprecated:
        lines.append(_row("never", ", ".join(term.deprecated)))
    if term.note:
        lines.append(Content(one_line(term.note)))
    if term.source:
        lines.append(_row("source", term.source))
    return lines


def rule_lines(rule: Rule) -> list[Content]:
    """A phrase rule: what to write instead, and where it does not apply."""
    lines = [Content.assemble((one_line(rule.id), "bold"), (f"  phrase, {rule.code}", LABEL))]
    if rule.replace:
        lines.append(_row("write", _GROUP.sub("…", ", ".join(rule.replace))))
    if rule.unless:
        lines.append(_row("unless", ", ".join(rule.unless) + f" in the {rule.within}"))
    if rule.when:
        lines.append(_row("when", ", ".join(rule.when) + f" in the {rule.within}"))
    if rule.note:
        lines.append(Content(one_line(rule.note)))
    if rule.origin:
        lines.append(_row("origin", rule.origin))
    return lines


def short_lines(entry: Term | Rule) -> list[Content]:
    """The same in as few lines as can be, for where there is no room for a pane."""
    if isinstance(entry, Rule):
        return [_row("Rule", _joined(entry.note, entry.origin))] if entry.note else []
    native = (f"{language} {', '.join(forms)}" for language, forms in entry.native.items())
    said = _joined(entry.kind, entry.note, entry.source)
    return [_row("Entry", said), *([_row("Native", _joined(*native))] if entry.native else [])]


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _row(label: str, value: str) -> Content:
    return labelled(one_line(label), Content(one_line(value)))


class EntryPane(Pane):
    """The entry as a pane of its own."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._shown: tuple[Term | Rule | None, str] | None = None
        self._pause: Timer | None = None

    def about(self, entry: Term | Rule | None, session: Session) -> None:
        """Show an entry; where it stands in the articles follows once no other is asked for."""
        if self._shown is None or self._shown[0] is not entry:
            self.show(entry)
        if self._pause:
            self._pause.stop()
        if entry and session.articles:
            self._pause = self.set_timer(PAUSE, lambda: self._count(entry, session))

    @work(thread=True, exclusive=True)
    def _count(self, entry: Term | Rule, session: Session) -> None:
        articles, here = session.articles, session.article
        said = counted(articles, here, spellings(entry, articles))
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._counted, entry, said)

    def _counted(self, entry: Term | Rule, said: str) -> None:
        if self._shown and self._shown[0] is entry:
            self.show(entry, said)

    def show(self, entry: Term | Rule | None, places: str = "") -> None:
        """Show an entry, and where its name stands in the articles."""
        if self._shown == (entry, places):
            return
        self._shown = (entry, places)
        lines = entry_lines(entry) if entry else [Content.styled("No glossary entry.", LABEL)]
        if places:
            lines.append(_row("In text", places))
        self.put(Content("\n").join(lines))
