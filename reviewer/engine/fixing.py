"""Corrections made without asking: which findings allow it, and what their file becomes.

Safe ones are forms that the glossary rejects by name, forms that the house has decided against, and
phrases whose rule says ``safe = true``.
Unsafe ones add garbled names of at least ``NAME_CONFIDENCE`` with one suggestion: by the matcher's
own estimate at most one in twenty of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer import fixes, formats
from reviewer.engine.project import Project
from reviewer.errors import FixError
from reviewer.model import Document, Edit, Finding, deal

NAME_CONFIDENCE = 0.95
# Corrections can bring out others (an overlapping one, a longer phrase); rules that undo each
# other would go on for ever.
ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file's bytes with its corrections made, how many, and whether nothing was left to do."""

    data: bytes
    count: int
    settled: bool


class Fixer:
    """Chooses and makes the corrections of one project."""

    def __init__(self, project: Project, *, unsafe: bool) -> None:
        self._project = project
        self._unsafe = unsafe
        rules = project.glossary.rules
        self._safe = {rule.id for rule in rules if rule.safe}
        self._safe -= {rule.id for rule in rules if not rule.safe}  # two rules of one id

    def replacement(self, finding: Finding) -> str | None:
        """What to write without asking; None where somebody should be asked."""
        first = finding.suggestions[0] if finding.suggestions else None
        if first is None or first == finding.text or not self._certain(finding):
            return None
        return first

    def _certain(self, finding: Finding) -> bool:
        if finding.check == "phrases":
            return finding.term in self._safe
        if finding.check == "house_style":
            return True
        if finding.check != "names":
            return False
        if finding.code == "deprecated-name":
            return len(finding.suggestions) == 1
        return (
            self._unsafe
            and finding.code == "garbled-name"
            and finding.confidence >= NAME_CONFIDENCE
            and len(finding.suggestions) == 1
        )

    def fix(self, path: str, data: bytes, format: str | None = None) -> Fixed:
        """The file ``data``, which reports call ``path``, with all its corrections made.

        What an editor has decided is left to ``reviewer decisions apply``. Raises InputError and
        FixError.
        """
        count = 0
        for _ in range(ROUNDS):
            documents = formats.parse(path, data, format=format)
            changes = [(document, self._edits(document)) for document in documents]
            made = sum(len(edits) for _, edits in changes)
            if not made:
                return Fixed(data, count, settled=True)
            data = fixes.corrected(path, data, changes)
            count += made
        return Fixed(data, count, settled=False)

    def _edits(self, document: Document) -> list[Edit]:
        findings = self._project.check(document).findings
        decided = self._project.decisions(
            document.path, document.record, findings, lambda: document.text
        )
        free = [f for f, decision in zip(findings, decided, strict=True) if decision is None]
        wanted = [(f, new) for f in free if (new := self.replacement(f)) is not None]
        return chosen(document, wanted)


def chosen(document: Document, wanted: Iterable[tuple[Finding, str]]) -> list[Edit]:
    """Edits that do not overlap: the surest first, then the longest, then the first in the text.

    What cannot be put into the file (a span that cuts through an escape) is left out.
    """
    kept: list[Edit] = []
    order = sorted(
        wanted, key=lambda w: (-w[0].confidence, w[0].start - w[0].end, w[0].start, w[0].code, w[1])
    )
    for finding, new in order:
        edit = Edit(finding.start, finding.end, new)
        if not _clashes(edit, kept) and _possible(document, edit):
            kept.append(edit)
    return sorted(kept, key=lambda edit: edit.start)


def _clashes(edit: Edit, kept: Sequence[Edit]) -> bool:
    return any(edit.start < other.end and other.start < edit.end for other in kept)


def _possible(document: Document, edit: Edit) -> bool:
    try:
        deal(document, edit)
    except FixError:
        return False
    return True


def save(project: Project, path: str, old: bytes, new: bytes) -> None:
    """Replace a file's bytes ``old``; as it was before its first correction it is kept.

    Raises FixError where it was changed meanwhile or cannot be written; it is then untouched.
    """
    from pathlib import Path

    fixes.keep_original(project.log.folder / "originals", project.key(path), old)
    fixes.write(Path(path), new, fixes.sha256(old), display=path)
