"""Native names in Latin letters, by every scheme in use.

An English text may spell one native name in several right ways (Sergey, Sergei):
:func:`romanizations` lists them. What other languages make of it (Sergejs, Szergej, Sergueï) is a
trace of the way a name came, not a right spelling: :func:`transcriptions` lists those.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from reviewer.names.scripts import script_of, scripts_of
from reviewer.plugins import load, offered
from reviewer.text import later

if TYPE_CHECKING:
    from reviewer.names.schemes._scheme import Scheme

__all__ = ["romanizations", "scheme_names", "script_of", "transcriptions"]

_PACKAGE = "reviewer.names.schemes"
_GREEK_ACCENTS = later("[\u0300\u0301\u0313\u0314\u0342\u0345]")
_STRESS = later("[\u0300\u0301]")


@lru_cache(maxsize=65536)
def romanizations(text: str, lang: str | None = None) -> tuple[str, ...]:
    """Spellings of a native name that an English text may rightly use, most usual first.

    They are NFC and each stands once. Latin text returns itself; a script without schemes, and text
    without letters, returns nothing. ``lang`` is a BCP 47 tag; where it is missing or does not fit
    the script, the script and the letters decide (Cyrillic that Russian can spell: Russian, then
    Ukrainian). A scheme that does not know one of the letters stays silent.
    """
    if script_of(text) == "Latn":
        return (unicodedata.normalize("NFC", text),)
    return tuple(dict.fromkeys(latin for _, latin in _spell(text, lang, english=True)))


def romanized_words(words: Sequence[str], lang: str | None = None) -> list[tuple[str, ...]]:
    """The :func:`romanizations` of each word of one script, for little more than one word costs.

    No word may hold a space.
    """
    if all(script_of(word) == "Latn" for word in words):
        return [(unicodedata.normalize("NFC", word),) for word in words]
    rows = (latin.split(" ") for _, latin in _spelled(" ".join(words), lang, english=True))
    return [
        tuple(dict.fromkeys(latin for latin in column if scripts_of(latin) == {"Latn"}))
        for column in zip(*rows, strict=True)
    ]


@lru_cache(maxsize=65536)
def transcriptions(text: str, lang: str | None = None) -> tuple[tuple[str, str], ...]:
    """Spellings of a native name in texts of other languages, as (language, spelling).

    The language is an ISO 639-1 code, ``mul`` for the scholars' transliterations; spellings that
    :func:`romanizations` gives too are left out.
    """
    usual = set(romanizations(text, lang))
    spelled = _spell(text, lang, english=False)
    return tuple(dict.fromkeys(pair for pair in spelled if pair[1] not in usual))


def scheme_names(lang: str) -> tuple[str, ...]:
    """The keys of a language's schemes, most usual first.

    ``transliterate`` knows each as ``lang-key``, for instance ``hy-bgn-1981``.
    """
    primary = _primary(lang)
    return tuple(s.key for s in _schemes(primary)) if primary in offered(_PACKAGE) else ()


def _spell(text: str, lang: str | None, english: bool) -> Iterator[tuple[str, str]]:
    """(Reader, spelling) by every scheme whose reader is English, or by every other one."""
    for scheme, latin in _spelled(text, lang, english):
        if scripts_of(latin) == {"Latn"}:
            yield scheme.reader, latin


def _spelled(text: str, lang: str | None, english: bool) -> Iterator[tuple[Scheme, str]]:
    text = unicodedata.normalize("NFC", text)
    native = scripts_of(text) - {"Latn"}
    if len(native) != 1:
        return
    from reviewer.names.schemes._pack import romanizer

    script = next(iter(native))
    text = _without_accents(text, script)
    for language in _languages(text, script, lang):
        for scheme in _schemes(language):
            if (scheme.reader == "en") == english:
                yield scheme, unicodedata.normalize("NFC", romanizer(language, scheme)(text))


def _without_accents(text: str, script: str) -> str:
    """Without the marks that show stress or pitch; those that make another letter stay."""
    if script == "Grek":
        bare = _GREEK_ACCENTS.sub("", unicodedata.normalize("NFD", text))
        return unicodedata.normalize("NFC", bare)
    return _STRESS.sub("", text) if script == "Cyrl" else text


def _languages(text: str, script: str, lang: str | None) -> tuple[str, ...]:
    candidates = _of_script(script)
    primary = _primary(lang or "")
    if primary in candidates:
        return (primary,)
    wanted = {char for char in text.lower() if scripts_of(char) == {script}}
    fitting = [code for code in candidates if wanted <= _schemes(code)[0].letters.keys()]
    lowest = min((_rank(code) for code in fitting), default=0)
    return tuple(code for code in fitting if _rank(code) == lowest)


@cache
def _of_script(script: str) -> tuple[str, ...]:
    """The languages of a script, by rank; of one rank in alphabetical order."""
    fitting = (code for code in offered(_PACKAGE) if script == _module(code).SCRIPT)
    return tuple(sorted(fitting, key=lambda code: (_rank(code), code)))


def _module(code: str) -> ModuleType:
    return load(_PACKAGE, code)


def _rank(code: str) -> int:
    return int(_module(code).RANK)


def _schemes(code: str) -> tuple[Scheme, ...]:
    schemes: tuple[Scheme, ...] = _module(code).SCHEMES
    return schemes


def _primary(lang: str) -> str:
    return lang.replace("_", "-").partition("-")[0].lower()
