"""What the values of an entry may be, whatever file they come from.

Each reader takes a raw value and gives it back as the model wants it, or raises FieldError with the
problem alone; the caller knows file, line and field.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Any

from reviewer.glossary.model import KINDS
from reviewer.plugins import unknown
from reviewer.text import fold

KIND_ALIASES = {"org": "organization", "organisation": "organization"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_TYPES = {int: "an integer", bool: "a boolean", str: "a string", list: "an array", dict: "a table"}
_SLUG = re.compile(r"[^a-z0-9]+")


class FieldError(Exception):
    """What is wrong with a value."""


def _type(value: Any) -> str:
    return _TYPES.get(type(value), f"a {type(value).__name__}")


def text(value: Any) -> str:
    """A string of any content."""
    if not isinstance(value, str):
        raise FieldError(f"must be a string, not {_type(value)}")
    return value


def name(value: Any) -> str:
    """A string that can stand in an article: not blank, nothing in it that breaks a line."""
    word = text(value)
    if not word or word.isspace():
        raise FieldError("is empty")
    if not word.isprintable():
        for char in word:
            if unicodedata.category(char) in {"Cc", "Zl", "Zp"}:
                raise FieldError(f"holds the control character U+{ord(char):04X}; remove it")
    return word


def names(value: Any) -> tuple[str, ...]:
    """A list of names."""
    if not isinstance(value, list):
        raise FieldError(f'must be a list of strings such as ["…"], not {_type(value)}')
    for number, item in enumerate(value, 1):
        try:
            name(item)
        except FieldError as problem:
            raise FieldError(f"item {number} {problem}") from None
    return tuple(value)


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise FieldError(f"must be true or false, not {_type(value)}")
    return value


def language(value: Any) -> str:
    """A language code (BCP 47: ``hy``, ``sr-Latn``)."""
    code = text(value)
    if not _LANGUAGE.fullmatch(code):
        raise FieldError(f"{code!r} is not a language code such as 'hy' or 'sr-Latn'")
    return code


def native(value: Any) -> dict[str, tuple[str, ...]]:
    """Forms by language code; one form may stand without its list."""
    if not isinstance(value, dict):
        raise FieldError(f'must be a table such as {{ hy = "…" }}, not {_type(value)}')
    forms = {}
    for code, form in value.items():
        try:
            forms[language(code)] = names([form] if isinstance(form, str) else form)
        except FieldError as problem:
            raise FieldError(f"{code!r}: {problem}") from None
    return forms


def choice(what: str, known: Collection[str]) -> Callable[[Any], str]:
    """One word out of ``known``; the error names the nearest."""

    def read(value: Any) -> str:
        if text(value) not in known:
            raise FieldError(unknown(what, value, tuple(known)))
        return str(value)

    return read


def kind(value: Any) -> str:
    """A kind of the model, or another word for one."""
    return KIND_ALIASES.get(text(value)) or choice("kind", KINDS)(value)


class Ids:
    """The ids of one file: explicit ones as they stand, the others made from the term.

    ``reserved`` are all explicit ids of the file, so that none made before is in their way.
    """

    def __init__(self, reserved: Collection[str]) -> None:
        self._taken = dict.fromkeys(reserved, 1)

    def make(self, term: str) -> str:
        """A slug of the term (``Lech Wałęsa`` → ``lech-walesa``), numbered from 2 where taken.

        A term without a Latin letter or digit gets its code points.
        """
        slug = _SLUG.sub("-", fold(term)).strip("-")
        slug = slug or "u" + "-".join(f"{ord(char):x}" for char in term[:8])
        count = self._taken.get(slug, 0) + 1
        while count > 1 and f"{slug}-{count}" in self._taken:
            count += 1
        self._taken[slug] = count
        if count == 1:
            return slug
        self._taken[f"{slug}-{count}"] = 1
        return f"{slug}-{count}"
