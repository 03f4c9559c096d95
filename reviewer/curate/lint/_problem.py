"""What every lint check is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.glossary.model import Glossary, Term


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an entry: in ``field``, at ``text`` where one form is to blame."""

    code: str
    message: str
    field: str = "term"
    text: str = ""
    suggestions: tuple[str, ...] = ()
    explanation: tuple[str, ...] = ()


class Context:
    """All terms of a run as a whole: which entry prefers, admits or rejects a form.

    Forms are kept as hashes, entries as numbers: a million cost about 200 MB. What is found is
    compared in full before it is believed.
    """

    def __init__(self, files: Sequence[Glossary]) -> None:
        self._files = files
        self._starts: list[int] = []
        self._preferred: dict[int, int | tuple[int, ...]] = {}
        self._admitted: dict[int, int | tuple[int, ...]] = {}
        number = 0
        for glossary in files:
            self._starts.append(number)
            for forms in glossary.right_forms():
                _put(self._preferred, hash(forms[0]), number)
                for form in forms[1:]:
                    _put(self._admitted, hash(form), number)
                number += 1
        self._natives: dict[int, tuple[str, str]] = {}

    def preferring(self, form: str) -> list[Term]:
        """The terms whose preferred form it is."""
        return [t for t in self._terms(self._preferred.get(hash(form))) if t.term == form]

    def preferring_too(self, term: Term) -> list[Term]:
        """Other terms that prefer what a term of this run prefers."""
        if isinstance(self._preferred.get(hash(term.term)), int):
            return []
        return [other for other in self.preferring(term.term) if not same_entry(term, other)]

    def admitting(self, form: str) -> list[Term]:
        """The terms that admit it."""
        return [t for t in self._terms(self._admitted.get(hash(form))) if form in t.admitted]

    def first_with(self, kind: str, language: str, form: str, term: Term) -> str:
        """The preferred form of the entry of this kind that had the native form first."""
        first, _ = self._natives.setdefault(
            hash((kind, language, form)), (term.term, f"{term.origin[0]}:{term.origin[1]}")
        )
        return first

    def _terms(self, numbers: int | tuple[int, ...] | None) -> Iterable[Term]:
        if numbers is None:
            return
        for number in (numbers,) if isinstance(numbers, int) else numbers:
            part = max(i for i, start in enumerate(self._starts) if start <= number)
            yield self._files[part].terms[number - self._starts[part]]


def _put(known: dict[int, int | tuple[int, ...]], key: int, number: int) -> None:
    held = known.get(key)
    if held is None:
        known[key] = number
    elif isinstance(held, int):
        known[key] = (held, number)
    elif len(held) < 8:
        known[key] = (*held, number)


def place(term: Term) -> str:
    """Where an entry stands, for messages."""
    from reviewer.engine.paths import shown

    return f"{shown(term.origin[0])}:{term.origin[1]}"


def same_entry(one: Term, other: Term) -> bool:
    """Are they one entry of one file?"""
    return one.origin == other.origin and one.id == other.id
