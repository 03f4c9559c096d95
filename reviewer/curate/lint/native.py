"""Native forms: in the script of their language, and sounding like the term."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reviewer.checks._context import Code
from reviewer.curate.lint._problem import Context, Problem
from reviewer.glossary.model import Term
from reviewer.names.compare import SAME, compare, score
from reviewer.names.romanize import romanizations
from reviewer.names.scripts import script_of
from reviewer.text import fold

CODES = {
    "wrong-script": Code(
        "error",
        "a form in a script its language is not written in",
        "The native form belongs to another language, or the term itself is not in Latin letters.",
    ),
    "native-mismatch": Code(
        "warning",
        "a native form that does not sound like the term",
        "No part of a person's native form, romanised, comes near any right form of the entry.",
    ),
    "native-differs": Code(
        "info",
        "a native form that sounds like the term only in part",
        "Usual where both were transcribed from a third language; otherwise look again.",
    ),
}
# The scripts a language is written in today (CLDR, languageData); absent: Latin letters alone, or
# nothing is known. A script subtag (sr-Latn) goes before.
_SCRIPTS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "tg", "ky", "ce", "ba", "os", "ab"), "Cyrl"),
    **dict.fromkeys(("sr", "kk", "uz", "tt", "crh", "cnr"), "Cyrl Latn"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "arz", "sd", "ug"), "Arab"),
    **dict.fromkeys(("he", "yi"), "Hebr"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "Deva"),
    **dict.fromkeys(("am", "ti"), "Ethi"),
    **dict.fromkeys(("zh", "yue", "wuu"), "Hani"),
    "hy": "Armn", "hyw": "Armn", "ka": "Geor", "el": "Grek", "mn": "Cyrl Mong", "bs": "Latn Cyrl",
    "az": "Latn Cyrl Arab", "tk": "Latn Cyrl", "ku": "Latn Arab Cyrl", "pa": "Guru Arab",
    "bn": "Beng", "as": "Beng", "ta": "Taml", "te": "Telu", "kn": "Knda", "ml": "Mlym",
    "gu": "Gujr", "or": "Orya", "si": "Sinh", "th": "Thai", "lo": "Laoo", "km": "Khmr",
    "my": "Mymr", "bo": "Tibt", "dz": "Tibt", "dv": "Thaa", "ja": "Jpan Hani Hira Kana",
    "ko": "Hang Kore Hani", "ro": "Latn Cyrl",
    **dict.fromkeys(
        ("lv", "lt", "et", "pl", "cs", "sk", "sl", "hr", "hu", "fi", "sv", "da", "nb", "nn", "de"),
        "Latn",
    ),
    **dict.fromkeys(
        ("fr", "es", "pt", "it", "nl", "tr", "sq", "vi", "id", "ms", "is", "ga", "ca", "eu", "sw"),
        "Latn",
    ),
}  # fmt: skip
_SUBTAGS = {"hans": "Hani", "hant": "Hani", "jpan": "Jpan Hani Hira Kana", "kore": "Hang Kore"}


def term(term: Term, _context: Context) -> Iterator[Problem]:
    """Look at the scripts of an entry, and at the sound of a person's native forms."""
    for form in term.right_forms:
        if not form.isascii() and script_of(form) not in ("Latn", "Zyyy", "mixed"):
            message = f"{form!r} is not in Latin letters; native forms go into native"
            field = "term" if form == term.term else "admitted"
            yield Problem("wrong-script", message, field, form)
    for language, native in term.native.items():
        for form in native:
            if (wrong := _script_problem(language, form)) is not None:
                yield Problem("wrong-script", wrong, "native", form)
            elif term.kind == "person" and not _sounds_right(term, language, form):
                yield _mismatch(term, language, form)


def _script_problem(language: str, form: str) -> str | None:
    wanted = _scripts(language)
    if not wanted or all(_word_script(word) in wanted for word in form.split()):
        return None
    if script_of(form) in ("Zyyy", "mixed", *wanted):
        return None
    return f"{form!r} is not in the script of {language!r} ({' or '.join(wanted)})"


@lru_cache(maxsize=1024)
def _scripts(language: str) -> tuple[str, ...]:
    """The scripts of a language; none where nothing is known."""
    primary, *subtags = language.lower().split("-")
    wanted = _SCRIPTS.get(primary, "")
    for subtag in subtags:
        if len(subtag) == 4 and subtag.isalpha():
            wanted = _SUBTAGS.get(subtag, subtag.title())
    return tuple(wanted.split())


@lru_cache(maxsize=1 << 16)
def _word_script(word: str) -> str:
    return script_of(word)


def _sounds_right(term: Term, language: str, form: str) -> bool:
    """Does a romanisation come near a right form? Yes where no scheme knows the script.

    Word by word first: the names of a large glossary share theirs, and each pair is judged once.
    """
    words = form.split()
    for right in term.right_forms:
        parts = right.split()
        if len(parts) == len(words) and all(
            _same_word(part, word, language) for part, word in zip(parts, words, strict=True)
        ):
            return True
    spelled = romanizations(form, language)
    if not spelled:
        return True
    wanted = {_tokens(right) for right in term.right_forms}
    if any(_tokens(latin) in wanted for latin in spelled):
        return True
    return any(score(right, latin) >= SAME for latin in spelled for right in term.right_forms)


@lru_cache(maxsize=1 << 17)
def _same_word(right: str, native: str, language: str) -> bool:
    spelled = romanizations(native, language)
    return fold(right) in map(fold, spelled) or any(
        score(right, latin) >= SAME for latin in spelled
    )


def _mismatch(term: Term, language: str, form: str) -> Problem:
    """Nothing in common is likely a mistake; a part is common to transcriptions of many names."""
    spelled = romanizations(form, language)
    some = any(
        match.canonical and match.variant and match.log_odds > 0
        for latin in spelled
        for right in term.right_forms
        for match in compare(right, latin).tokens
    )
    says = "sounds only in part like" if some else "does not sound like"
    message = f"{form!r} ({language}) {says} {term.term!r}"
    why = (f"romanised: {', '.join(spelled[:3])}",)
    code = "native-differs" if some else "native-mismatch"
    return Problem(code, message, "native", form, explanation=why)


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(sorted(fold(name).replace("-", " ").split()))
