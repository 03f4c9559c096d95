"""Findings and manual marks as MQM errors: category, severity, penalty.

Categories are those of Google's MQM (Freitag et al. 2021, "Experts, Errors, and Context"), weights
too: major 5, minor 1, minor punctuation 0.1, non-translation 25, neutral 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from reviewer.decisions.match import CLOSE
from reviewer.model import Decision, Finding
from reviewer.quality.articles import Article
from reviewer.text import context, fold

Severity = Literal["major", "minor", "neutral"]

MISTRANSLATION = "Accuracy/Mistranslation"
OMISSION = "Accuracy/Omission"
ADDITION = "Accuracy/Addition"
UNTRANSLATED = "Accuracy/Untranslated text"
TERM = "Terminology/Inappropriate for context"
INCONSISTENT = "Terminology/Inconsistent use of terminology"
NAME_FORMAT = "Locale convention/Name format"
PUNCTUATION = "Fluency/Punctuation"
ENCODING = "Fluency/Character encoding"
AWKWARD = "Style/Awkward"
NON_TRANSLATION = "Non-translation"
OTHER = "Other"

# By check and code, else by check: a code that is new in a check is what its check is for.
CATEGORIES = {
    "names": TERM,
    "names/diacritics": NAME_FORMAT,
    "source_names": TERM,
    "source_names/missing-name": OMISSION,
    "consistency": INCONSISTENT,
    "phrases": MISTRANSLATION,
    "phrases/calque": AWKWARD,
    "phrases/untranslated": UNTRANSLATED,
    "phrases/jargon": TERM,
    "numbers": MISTRANSLATION,
    "numbers/number-missing": OMISSION,
    "numbers/number-added": ADDITION,
    "leftovers": UNTRANSLATED,
    "leftovers/mixed-script": ENCODING,
    "leftovers/residue": ENCODING,
    "leftovers/broken-entity": ENCODING,
    "leftovers/placeholder": OMISSION,
    "leftovers/broken-address": MISTRANSLATION,
    "leftovers/not-english": NON_TRANSLATION,
    "house_style": NAME_FORMAT,
    "hygiene": PUNCTUATION,
    "hygiene/repeated-word": ADDITION,
    "hygiene/repeated-phrase": ADDITION,
    "hygiene/repeated-paragraph": ADDITION,
    "hygiene/cut-off": OMISSION,
    "hygiene/invisible-character": ENCODING,
    "mark": MISTRANSLATION,  # what an editor marked, and no glossary knew
    "mark/phrase": AWKWARD,
}
_SEVERITIES: dict[str, Severity] = {"error": "major", "warning": "minor", "info": "neutral"}
_WEIGHTS = {"major": 5.0, "minor": 1.0, "neutral": 0.0}


@dataclass(frozen=True, slots=True)
class MqmError:
    """One error in an article as translated: code points ``start`` to ``end`` of its text.

    ``by`` is the editor who corrected it; None where only the program says so.
    """

    start: int
    end: int
    category: str
    severity: Severity
    note: str
    by: str | None = None
    correction: str | None = None
    time: str = ""

    @property
    def weight(self) -> float:
        """What it counts in a penalty."""
        if self.severity != "neutral" and self.category == NON_TRANSLATION:
            return 25.0
        if self.severity == "minor" and self.category == PUNCTUATION:
            return 0.1
        return _WEIGHTS[self.severity]


def category(check: str, code: str) -> str:
    """The MQM category of a finding's code."""
    return CATEGORIES.get(f"{check}/{code}", CATEGORIES.get(check, OTHER))


def errors(article: Article) -> list[MqmError]:
    """The errors of an article as translated, in order; what an editor rejected is none.

    A finding that an editor corrected is at least minor. Marks whose words the translation does not
    hold (they were made on an earlier correction) are left out: see `unplaced`.
    """
    found = [_of_finding(f, d) for f, d in article.findings if not (d and d.action == "reject")]
    taken = {(error.start, error.end) for error in found if error.by}
    for mark, span in _marks(article):
        if span and span not in taken:
            taken.add(span)
            found.append(
                MqmError(
                    *span,
                    category("mark", mark.code if mark.check == "mark" else ""),
                    "major",
                    "marked by an editor",
                    mark.who,
                    mark.replacement,
                    mark.time,
                )
            )
    return sorted(found, key=lambda error: (error.start, error.end, error.category))


def unplaced(article: Article) -> int:
    """How many marks stand nowhere in the article as translated."""
    return sum(span is None for _, span in _marks(article))


def penalty(found: Iterable[MqmError], words: int) -> float | None:
    """The weights for each 1,000 words; None where there are none."""
    return sum(error.weight for error in found) * 1000 / words if words else None


def _of_finding(finding: Finding, decision: Decision | None) -> MqmError:
    severity = _SEVERITIES[finding.severity]
    if decision and severity == "neutral":
        severity = "minor"
    return MqmError(
        finding.start,
        finding.end,
        category(finding.check, finding.code),
        severity,
        finding.message,
        decision.who if decision else None,
        decision.replacement if decision else None,
        decision.time if decision else "",
    )


def _marks(article: Article) -> Sequence[tuple[Decision, tuple[int, int] | None]]:
    """What editors marked, and what an audit found wrong, with where it stands as translated."""
    text = article.machine.text
    return [(d, _place(text, d)) for d in article.decisions if d.action in ("mark", "wrong")]


def _place(text: str, decision: Decision) -> tuple[int, int] | None:
    """Where a text stands between words like those it was marked between."""
    if not decision.text:
        return None
    ranked = []
    for match in re.finditer(re.escape(decision.text), text):
        here = context(text, *match.span())
        likeness = Indel.normalized_similarity(fold(decision.context), fold(here))
        ranked.append((likeness, -abs(match.start() - decision.start), match.span()))
    likeness, _, span = max(ranked, default=(0.0, 0, (0, 0)))
    return span if likeness >= CLOSE else None
