"""Web and mail addresses of the source, which a translation must keep letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_TRAIL = ".,;:!?…"
_PIECES = re.compile(r"[\w-]+|[^\w\s-]")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"https?://[^\s<>\"'“”«»()]+|www\.[^\s<>\"'“”«»()]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
        r"|(?<![\w.@-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|biz|edu|gov|int|eu|tv|io|me|рф|укр|"
        r"am|at|az|be|bg|by|ch|cn|cz|de|dk|ee|es|fi|fr|ge|gr|hr|hu|il|is|it|jp|kz|lt|lv|md|mk|nl|no|pl"
        r"|pt|ro|rs|ru|se|si|sk|su|tr|ua|uk|us|uz)(?:/[^\s<>\"'“”«»()]*)?(?![\w.-]*\w)",
    )


def addresses(text: str) -> list[tuple[int, int, str]]:
    """The addresses of a text, punctuation after them left out."""
    found = []
    for match in _address().finditer(text):
        address = match[0].rstrip(_TRAIL)
        found.append((match.start(), match.start() + len(address), address))
    return found


def changed(text: str, source: str) -> Iterator[tuple[int, int, str]]:
    """Spans of the translation that stand for an address of the source, and that address.

    Either the address with spaces in it, or, where both sides hold one that the other lacks, the
    other one.
    """
    theirs = [address for _, _, address in addresses(source)]
    lowered = text.lower()
    lost = [address for address in dict.fromkeys(theirs) if _bare(address) not in lowered]
    if not lost:
        return
    known = {_bare(address) for address in theirs}
    ours = [found for found in addresses(text) if _bare(found[2]) not in known]
    unclear = []
    for address in lost:
        spaced = re.compile(r"\s*".join(map(re.escape, _PIECES.findall(address))), re.IGNORECASE)
        if match := spaced.search(text):
            yield (*match.span(), address)
        elif address.isascii():
            unclear.append(address)
    if len(unclear) == len(ours) == 1:
        yield (*ours[0][:2], unclear[0])


def _bare(address: str) -> str:
    """What a reader may write of it: without protocol, www and final slash."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).rstrip("/")
