"""The decisions that hold, by what they speak of; kept up as the log grows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.decisions import active
from reviewer.model import Decision


class InForce:
    """An index of the log's decisions in force."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._by_article: dict[str, dict[str, Decision]] = {}
        self._by_spelling: dict[str, dict[str, Decision]] = {}
        for decision in active(decisions):
            self._put(decision)

    def follow(self, added: Iterable[Decision], log: Sequence[Decision]) -> InForce:
        """The index after these were added to the log, which holds them already.

        Itself, unless an undo is taken back: then one made anew.
        """
        for decision in added:
            if decision.action != "undo":
                self._put(decision)
            elif not self._drop(decision):
                return InForce(log)
        return self

    def of_article(self, path: str, record: str | None) -> list[Decision]:
        """The decisions that may speak of an article, named as in the log; oldest first."""
        everywhere = self._by_article.get("", {}).values()
        here = (d for d in self._by_article.get(path, {}).values() if d.record == record)
        return sorted([*everywhere, *here], key=_when)

    def of_spelling(self, fingerprint: str) -> list[Decision]:
        """The decisions on findings of one fingerprint, in any article; oldest first."""
        return sorted(self._by_spelling.get(fingerprint, {}).values(), key=_when)

    def _put(self, decision: Decision) -> None:
        self._by_article.setdefault(_reach(decision), {})[decision.id] = decision
        self._by_spelling.setdefault(decision.fingerprint, {})[decision.id] = decision

    def _drop(self, undo: Decision) -> bool:
        """Take out what an undo takes back; False where that is no decision in force."""
        found = self._by_spelling.get(undo.fingerprint, {}).pop(undo.ref or "", None)
        if found is None:
            return False
        del self._by_article[_reach(found)][found.id]
        return True


def _reach(decision: Decision) -> str:
    return "" if decision.scope == "everywhere" else decision.path


def _when(decision: Decision) -> tuple[str, str]:
    return decision.time, decision.id
