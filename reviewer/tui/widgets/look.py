"""How labels and their values look in every pane."""

from __future__ import annotations

from textual.content import Content

LABEL = "$secondary"
LABELLED = 11  # cells that a label takes, the space after it included


def labelled(label: str, value: Content) -> Content:
    """A value behind its label."""
    return Content.assemble((f"{label:<{LABELLED}}", LABEL), value)
