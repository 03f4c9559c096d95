"""Names that stand in the text as the glossary has them, or in another form it knows of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reviewer.glossary.model import Term
from reviewer.names.index import ABROAD, DEPRECATED, FORMS, RIGHT, ROMANISED, NameIndex, forms
from reviewer.names.lexicon import Word
from reviewer.names.mentions import Token, content
from reviewer.names.variants import bare_letters, has_lookalikes
from reviewer.names.windows import form_tokens

_WIDEST = 10  # tokens of a whole form that are looked up at once
_KINDS = {RIGHT: "exact", DEPRECATED: "deprecated", ROMANISED: "romanisation", ABROAD: "garbled"}


class Run(NamedTuple):
    """A run of tokens, each with what is known of it; ``places`` are those that bear meaning."""

    tokens: Sequence[Token]
    words: Sequence[Word]
    places: Sequence[int]

    @classmethod
    def of(cls, tokens: Sequence[Token], word: Callable[[str, str], Word]) -> Run:
        """The run with its tokens looked up."""
        places = [place for place, token in enumerate(tokens) if not token.small]
        return cls(tokens, [word(t.text, t.plain) for t in tokens], places)


class Known(NamedTuple):
    """Places ``first`` to ``last`` of a run hold a form of an entry, or (``whole`` false) a part.

    ``kind``: ``exact``, ``diacritics`` (apart, exact), ``deprecated``, ``romanisation`` or
    ``garbled`` (the spelling of another language). ``form`` is what the glossary writes.
    """

    entry: int
    kind: str
    form: str
    first: int
    last: int
    whole: bool = True


def wholes(run: Run, index: NameIndex, term: Callable[[int], Term]) -> Iterator[Known]:
    """Whole forms in any order of their tokens; a shorter one inside a longer is left out."""
    taken: set[int] = set()
    written = [run.words[place].written for place in run.places]
    for width in range(min(len(run.places), _WIDEST), 0, -1):
        for first in range(len(run.places) - width + 1):
            window = run.places[first : first + width]
            if all(written[first : first + width]) and taken.isdisjoint(window):
                found = _whole(run, window, index, term)
                if found:
                    taken.update(window)
                    yield found


def may_hold_whole(words: Sequence[Word], index: NameIndex) -> bool:
    """May words side by side, all in forms of the glossary, be a whole form? Seldom, true of none.

    ``words`` are those that bear meaning.
    """
    for first, word in enumerate(words):
        letters = [word.plain]
        for other in words[first + 1 : first + _WIDEST] if word.written else ():
            if not other.written:
                break
            letters.append(other.plain)
            if any(index.whole(letters, mark) for mark in FORMS):
                return True
    return False


def _whole(
    run: Run, window: Sequence[int], index: NameIndex, term: Callable[[int], Term]
) -> Known | None:
    letters = sorted(run.words[p].plain for p in window)
    own = len(window) == 1 and run.words[window[0]].status in ("word", "name")
    for mark, kind in _KINDS.items():
        if mark == ABROAD and own:  # Livia is a name, whatever Russian calls Libya
            continue
        found = None
        for entry in index.whole(letters, mark):
            for form_mark, form in forms(term(entry)):
                if form_mark == mark and sorted(content(form)) == letters:
                    if mark == RIGHT and not _is_written_so(run, window, form):
                        found = found or Known(entry, "diacritics", form, window[0], window[-1])
                        continue
                    written = form if mark == RIGHT else term(entry).term
                    return Known(entry, kind, written, window[0], window[-1])
        if found:
            return found
    return None


def _is_written_so(run: Run, window: Sequence[int], form: str) -> bool:
    """Are the letters those of the form, diacritics included? Look-alikes are not asked."""
    texts = [run.tokens[p].text for p in window]
    listed = sorted(bare_letters(part.text) for part in form_tokens(form))
    return sorted(map(bare_letters, texts)) == listed or any(map(has_lookalikes, texts))


def parts(run: Run, taken: Sequence[Known], term: Callable[[int], Term]) -> Iterator[Known]:
    """Single tokens outside whole forms that tell by themselves whose part they are."""
    inside = {p for known in taken for p in range(known.first, known.last + 1)}
    for place in run.places:
        word = run.words[place]
        for entry in word.tells if place not in inside else ():
            listed = (part for form in term(entry).right_forms for part in form_tokens(form))
            same = [part.text for part in listed if part.plain == word.plain]
            if same:
                exact = any(_is_written_so(run, (place,), text) for text in same)
                kind = "exact" if exact else "diacritics"
                yield Known(entry, kind, same[0], place, place, whole=False)
