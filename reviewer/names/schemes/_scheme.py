"""What a romanisation scheme is: letters, rules for letters in context, and who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

START = r"(?<!\w)(?<!\w[’'ʼ])"
"""Not after a letter, nor after an apostrophe inside a word."""
END = r"(?!\w)"
MARKS = "’”"
"""What published schemes put for soft and hard signs and aspirates, and the press drops."""


@dataclass(frozen=True, eq=False, slots=True)
class Scheme:
    """One way from a native script to Latin letters.

    ``letters`` maps single lower-case native letters; ``rules`` are (regular expression, Latin)
    pairs for letters in context, matched against the native text without regard to case, the
    first that fits winning; what they match they use up. ``reader`` is the language in whose texts
    the spelling is at home (ISO 639-1; ``mul`` for scholarly ones of no language). ``unicase``
    scripts have no capitals: every Latin word gets one.
    """

    key: str
    name: str
    letters: Mapping[str, str]
    rules: tuple[tuple[str, str], ...] = ()
    reader: str = "en"
    unicase: bool = False

    def but(
        self,
        key: str,
        name: str,
        letters: Mapping[str, str] | None = None,
        rules: tuple[tuple[str, str], ...] = (),
        reader: str | None = None,
    ) -> Scheme:
        """This scheme with other letters and with further rules that come first."""
        return replace(
            self,
            key=key,
            name=name,
            letters={**self.letters, **(letters or {})},
            rules=rules + self.rules,
            reader=reader or self.reader,
        )

    def plain(self, key: str, name: str) -> Scheme:
        """This scheme without its apostrophes and quotation marks."""
        drop = str.maketrans("", "", MARKS)
        return replace(
            self,
            key=key,
            name=name,
            letters={native: latin.translate(drop) for native, latin in self.letters.items()},
            rules=tuple((pattern, latin.translate(drop)) for pattern, latin in self.rules),
        )


def letters(table: str) -> dict[str, str]:
    """``"а=a ш=sh ь="`` as a mapping."""
    return dict(pair.split("=", 1) for pair in table.split())
