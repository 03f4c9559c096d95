"""Names that may become terms: looked for in the articles, accepted or refused for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.decisions import active, state_folder
from reviewer.decisions.record import editor
from reviewer.glossary.model import Term
from reviewer.model import Decision, Document
from reviewer.tui.source import Source

if TYPE_CHECKING:
    from reviewer.curate.harvest.candidates import Candidates

Told = tuple[str, ...]


class NewNames:
    """The candidates of one article's project, as ``reviewer glossary harvest`` keeps them."""

    def __init__(self, source: Source, path: str) -> None:
        self._source, self._path = source, path

    @property
    def _candidates(self) -> Candidates:
        from reviewer.curate.harvest.candidates import Candidates

        return Candidates(state_folder(self._source.project(Path(self._path)).settings.root))

    def waiting(self) -> list[tuple[Term, Told]]:
        """Those that wait, each with what is told of it. Raises GlossaryError."""
        return self._candidates.waiting()

    def look(
        self,
        documents: Iterable[Document],
        decisions: Sequence[Decision],
        cancelled: Callable[[], bool],
    ) -> int:
        """Look for more in these articles and decisions; returns how many. Raises GlossaryError.

        Some seconds for a thousand articles: not in the UI's thread.
        """
        from reviewer.curate.harvest.propose import proposed

        project = self._source.project(Path(self._path))

        def ours() -> Iterator[Document]:
            for document in documents:
                if cancelled():
                    return
                if self._source.shares(Path(document.path), Path(self._path)):
                    yield document

        # All of them first: only then are the candidates read that others may be working on.
        found = list(proposed(ours(), active(decisions), project.glossary))
        return 0 if cancelled() else len(self._candidates.propose(found))

    def accept(self, name: str, **values: Any) -> Path:
        """Move one to the team's glossary, with these values in place of its own; the file.

        Raises ReviewerError.
        """
        file = self._source.team_glossary(self._path)
        self._candidates.accept(name, file, values)
        return file

    def refuse(self, name: str) -> None:
        """Never propose this again. Raises GlossaryError."""
        self._candidates.refuse(name, editor())
