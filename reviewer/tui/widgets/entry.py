"""The glossary entry behind the current finding, and its neighbours in the glossary."""

from __future__ import annotations

from textual.content import Content

from reviewer.glossary.model import Rule, Term
from reviewer.tui.lookup import Lookup
from reviewer.tui.shown import one_line
from reviewer.tui.widgets.card import LABEL
from reviewer.tui.widgets.pane import Pane


def term_lines(term: Term) -> list[Content]:
    """A name: what it is, its native forms, what else is right, the note, the source."""
    lines = [Content.assemble((one_line(term.term), "bold"), (f"  {term.kind}", LABEL))]
    for language, forms in term.native.items():
        lines.append(_row(language, ", ".join(forms)))
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
        lines.append(_row("write", ", ".join(rule.replace)))
    if rule.unless:
        lines.append(_row("unless", ", ".join(rule.unless) + f" in the {rule.within}"))
    if rule.when:
        lines.append(_row("when", ", ".join(rule.when) + f" in the {rule.within}"))
    if rule.note:
        lines.append(Content(one_line(rule.note)))
    if rule.origin:
        lines.append(_row("origin", rule.origin))
    return lines


def _row(label: str, value: str) -> Content:
    return Content.assemble((f"{one_line(label):<11}", LABEL), one_line(value))


class EntryPane(Pane):
    """The entry as a pane of its own."""

    def show(self, lookup: Lookup, id: str | None, suggestion: str | None) -> None:  # noqa: A002
        """Show the entry with this id; without one, what stands near the suggestion."""
        entry = lookup.entry(id)
        if isinstance(entry, Rule):
            lines = rule_lines(entry)
            near = []
        else:
            lines = term_lines(entry) if entry else [Content.styled("No glossary entry.", LABEL)]
            name = entry.term if entry else suggestion
            near = lookup.neighbours(name) if name else []
        if near:
            lines += [Content(""), Content.styled("Near it in the glossary", LABEL)]
            lines += [Content(one_line(name)) for name in near]
        self.put(Content("\n").join(lines))
