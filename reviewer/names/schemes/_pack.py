"""Schemes as language packs in `transliterate`'s registry.

The packs that `transliterate` ships spell Հովհաննիսյան as Hvovhannisjan and write Cyrillic, Greek
and Georgian by ISO-like tables; ours follow the published ones. Each is registered under a code of
its own, ``hy-bgn-1981``, beside the shipped ``hy``, so that no other user of the registry is
surprised: ``transliterate.translit("Երևան", "hy-bgn-1981", reversed=True)`` is ``Yerevan``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reviewer.errors import ReviewerError
from reviewer.names.schemes._scheme import MARKS, Scheme

_WORD = re.compile(rf"\w+(?:[{MARKS}'ʼ]\w+)*")


@cache
def romanizer(language: str, scheme: Scheme) -> Callable[[str], str]:
    """Native text (NFC) to Latin by a scheme, through the pack registered for it."""
    from transliterate.base import TranslitLanguagePack, registry
    from transliterate.utils import ensure_autodiscover

    ensure_autodiscover()  # it does nothing once the registry holds a pack: the shipped ones first
    code = f"{language}-{scheme.key}"
    convert = _converter(scheme)

    def translit(
        _self: object,
        value: str,
        reversed: bool = False,  # noqa: A002 - the library's own name
        strict: bool = False,
        fail_silently: bool = True,
    ) -> str:
        del strict, fail_silently
        if not reversed:
            raise ReviewerError(f"{code} goes from {language} to Latin only: pass reversed=True")
        return convert(value)

    single = [pair for pair in scheme.letters.items() if len(pair[1]) == 1]
    pack = type(
        "SchemePack",
        (TranslitLanguagePack,),
        {
            "language_code": code,
            "language_name": f"{language}: {scheme.name}",
            "mapping": ("".join(b for _, b in single), "".join(a for a, _ in single)),
            "translit": translit,
        },
    )
    registry.register(pack)
    instance = registry.get(code)()
    return lambda text: str(instance.translit(text, reversed=True))


def _converter(scheme: Scheme) -> Callable[[str], str]:
    table: dict[int, str] = {}
    for native, latin in scheme.letters.items():
        table[ord(native)] = latin
        if len(native.upper()) == 1:
            table.setdefault(ord(native.upper()), _capital(latin))
    outcomes = [latin for _, latin in scheme.rules]
    rules = re.compile("|".join(f"({pattern})" for pattern, _ in scheme.rules), re.IGNORECASE)

    def apply_rule(match: re.Match[str]) -> str:
        latin = outcomes[(match.lastindex or 1) - 1]
        return _capital(latin) if match[0][:1].isupper() else latin

    def convert(text: str) -> str:
        if outcomes:
            text = rules.sub(apply_rule, text)
        return text.translate(table)

    def convert_word(match: re.Match[str]) -> str:
        word = match[0]
        latin = convert(word.lower() if scheme.unicase else word)
        if len(word) > 1 and word.isupper() and not scheme.unicase:
            return latin.upper()
        return _capital(latin) if scheme.unicase or word[0].isupper() else latin

    def convert_words(text: str) -> str:
        small = text.islower() and not scheme.unicase
        return convert(text) if small else _WORD.sub(convert_word, text)

    return convert_words


def _capital(latin: str) -> str:
    return latin[:1].upper() + latin[1:]
