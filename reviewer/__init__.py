"""Review machine-translated articles: find garbled names and phrases, approve corrections.

>>> import reviewer
>>> [finding] = reviewer.check_text("Moscow hosted trilogues with Armenia and Azerbaijan.")
>>> finding.text, finding.suggestions[0]
('trilogues', 'trilateral talks')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.api import Finding, Glossary, check_paths, check_text

__version__ = "0.1.0"
__all__ = ["Finding", "Glossary", "check_paths", "check_text"]


def __getattr__(name: str) -> object:
    """Load the public API when it is first used: the command line starts without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("reviewer.api"), name)
