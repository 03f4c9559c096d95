"""Native forms of the glossary, met in a source text letter for letter but for endings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.glossary.model import Glossary
from reviewer.names.inflection import stems
from reviewer.names.romanize import script_of
from reviewer.names.source import SCRIPTS, SourceToken, source_tokens

# What Hebrew and Arabic write in one with a name: and, in, to, the, from …
_PREFIXES = {"Hebr": "[ובלהמשכ]{0,2}", "Arab": "(?:[وف]?(?:[بل]?ال|[بكل])?|لل)"}
_SHORTEST = 2  # characters of a form in a script that is not read


class Natives:
    """The native forms that a glossary has in one language (a primary subtag)."""

    def __init__(self, glossary: Glossary, primary: str) -> None:
        self._tokens: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self._literal: list[tuple[re.Pattern[str], int]] = []
        if not primary:
            return
        for entry, term in enumerate(glossary.terms):
            if term.native and term.status == "approved":
                for native in term.native.get(primary, ()):
                    self._add(entry, native)

    def _add(self, entry: int, native: str) -> None:
        script = script_of(native)
        if script in SCRIPTS:
            form = tuple(token.text.casefold() for token in source_tokens(native))
            for token in form:
                self._tokens.setdefault(token, []).append((entry, form))
        elif len(native) >= _SHORTEST:
            pattern = re.escape(native)
            if script in _PREFIXES:
                pattern = rf"(?<!\w){_PREFIXES[script]}{pattern}(?!\w)"
            self._literal.append((re.compile(pattern), entry))

    def wholes(
        self, tokens: Sequence[SourceToken], source: str, lang: str | None
    ) -> Iterator[tuple[int, Sequence[SourceToken]]]:
        """Entries whose whole native form stands in the source, and the tokens where."""
        for at, form, entry in self._places(tokens, lang):
            if len(form) > 1 or tokens[at].capital:
                yield entry, tokens[at : at + len(form)]
        for pattern, entry in self._literal:
            if match := pattern.search(source):
                low, high = match.span()
                found = [t for t in tokens if t.end > low and t.start < high]
                if found:
                    yield entry, found

    def _places(
        self, tokens: Sequence[SourceToken], lang: str | None
    ) -> Iterator[tuple[int, tuple[str, ...], int]]:
        if not self._tokens:
            return
        guesses = [[stem.casefold() for stem in stems(token.text, lang)] for token in tokens]
        for at, own in enumerate(guesses):
            for guess in own:
                for entry, form in self._tokens.get(guess, ()):
                    stretch = guesses[at : at + len(form)]
                    if form[0] == guess and _covers(stretch, form):
                        yield at, form, entry

    def surnames(
        self, tokens: Sequence[SourceToken], lang: str | None
    ) -> Iterator[tuple[int, SourceToken]]:
        """Entries whose native form ends with a token of the source, and the token."""
        if not self._tokens:
            return
        for token in tokens:
            for stem in stems(token.text, lang) if token.capital else ():
                for entry, form in self._tokens.get(stem.casefold(), ()):
                    if len(form) > 1 and form[-1] == stem.casefold():
                        yield entry, token


def _covers(guesses: Sequence[Sequence[str]], form: Sequence[str]) -> bool:
    """May the tokens be those of the form, each in some case?"""
    return len(guesses) == len(form) and all(
        part in near for part, near in zip(form, guesses, strict=True)
    )
