"""Which glossary entries may a token of running text stand for? Flat cost up to a million names.

Three tables hold everything: *keys* (hash of a key: tokens), *wholes* (hash of a form's tokens:
entries) and *postings* (token: entries). Looking up is a binary search in a memory map; the tokens
themselves are read when first asked for. Large indexes are built once per content and kept in the
user's cache folder; a file that is torn, old or of another content is built again, never trusted.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from reviewer.glossary.cachedir import cache_folder, keep, touch
from reviewer.glossary.model import Glossary, Term
from reviewer.glossary.store import compiled_folder, digest
from reviewer.names.mentions import bearing
from reviewer.names.phonetic import keys, sound
from reviewer.names.romanize import romanizations, script_of
from reviewer.names.table import KINDS, Table, table
from reviewer.text import fold

if TYPE_CHECKING:
    from reviewer.names.sieve import Sieve

FILE = "names.idx"  # made of the shipped packs, beside their compiled form
VERSION = 17
CACHED_FROM = 2000  # terms; fewer are indexed in less time than a file takes to verify
_MAGIC = b"reviewer names\n"
# What a sieve knows of the tokens, three tables, tokens, sounds.
_SECTIONS: tuple[Any, ...] = ("Q", *KINDS, *KINDS, *KINDS, "B", "B")
_HEADER = struct.Struct(
    f"<16sII32s{len(_SECTIONS)}Q"
)  # magic, version, checksum, content, sizes of the sections
_SHORTEST_ABROAD = 6  # letters of a form; shorter ones may be anything
_LISTED = 300_000  # tokens up to which a dictionary of them is made: more take too long
_SIFTED = 10_000  # tokens from which on their letters are kept for a sieve
_CROWDED = 100_000  # … and from which on there is always one
_CROWD = 300  # of them, for one token; one that several keys lead to counts for each
_BUCKET = 3000  # tokens of one key that are looked at
RIGHT, DEPRECATED, ROMANISED, ABROAD, JOINED = "=", "!", "~", "?", "+"
FORMS = (RIGHT, DEPRECATED, ROMANISED, ABROAD)  # what a whole form may be
_JOINABLE, _LONGEST_JOINED = (
    range(2, 4),
    20,
)  # tokens and letters of a form that may be written in one


def _hash(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def _lines(section: Any) -> list[str]:
    letters = bytes(section).decode("utf-8", "surrogatepass")
    return letters.split("\n") if letters else []


class NameIndex:
    """The name tokens of a glossary and the entries they belong to; read-only.

    Entries are numbered as in ``glossary.terms``, tokens in order of appearance.
    """

    def __init__(self, sections: Sequence[Any]) -> None:
        self.sections = sections
        self._bits, *tables, self._letters, self._sounds = sections
        self.tables = [Table(tables[start : start + len(KINDS)]) for start in (0, 3, 6)]
        self._keys, self._wholes, self._postings = self.tables

    @cached_property
    def tokens(self) -> list[str]:
        """The plain tokens by number."""
        return _lines(self._letters)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each plain token."""
        return {token: number for number, token in enumerate(self.tokens)}

    @cached_property
    def sounds(self) -> list[str]:
        """How each token may sound, see `phonetic.sound`, by number."""
        return _lines(self._sounds)

    def __len__(self) -> int:
        return len(self.tokens)

    def find(self, token: str) -> int:
        """The number of a plain token that stands in a right form, else -1."""
        if len(self.tokens) <= _LISTED:
            return self.numbers.get(token, -1)
        for number in self._keys.under(_hash("." + token)):
            if self.tokens[number] == token:
                return number
        return -1

    def has_rejected(self, token: str) -> bool:
        """Does a plain token stand in a form that is not right only? Seldom, true of another."""
        return bool(self._keys.under(_hash("," + token)))

    def near(self, text: str, mark: str = "") -> list[int]:
        """Tokens that share a phonetic key with a token, ascending; of a key too common, the first.

        With the mark ``JOINED``, names of several tokens written as one.
        """
        found: set[int] = set()
        under = self._keys.under
        for key in keys(text):
            found.update(under(_hash(mark + key), _BUCKET))
        return sorted(found)

    @property
    def sifts(self) -> bool:
        """Is it so large that many tokens are better looked up by `alike`, all at once?"""
        return bool(self._bits)

    @property
    def is_crowded(self) -> bool:
        """Is it so large that every token is looked up by `alike`, be it alone?"""
        return self.sifts and len(self) >= _CROWDED

    def alike(self, tokens: Iterable[tuple[str, str]], least: float) -> list[list[int]]:
        """For each token, as written and plain, those of `near` that may be so similar to it.

        ``least``: normalized Indel similarity, 0..1. Nearly all that are less similar are left out,
        and of a crowded index, where very many are left, all but the likeliest.
        Only of an index that `sifts`.
        """
        asked = [(plain, [_hash(key) for key in keys(text)]) for text, plain in tokens]
        return self._sieve.passing(asked, least, _BUCKET, _CROWD if self.is_crowded else None)

    @cached_property
    def _sieve(self) -> Sieve:
        from reviewer.names.sieve import Sieve

        return Sieve(self._keys, self._bits)

    def entries(self, number: int, most: int = 2000) -> list[int]:
        """The entries that hold a token, ascending; the first ``most`` of them."""
        return self._postings.under(number, most)

    def whole(self, tokens: Iterable[str], mark: str = RIGHT) -> list[int]:
        """The entries one of whose whole forms has just these content tokens, in any order.

        A hash stands for the form: the caller compares it.
        """
        return self._wholes.under(_hash(mark + " ".join(sorted(tokens))))


def forms(term: Term) -> Iterator[tuple[str, str]]:
    """Every form of a term with its mark; generated spellings come last.

    The name's own language is told first, or it is the one that the glossary's form is nearest to:
    their English romanisations are right, if not the glossary's. What comes through another
    language (an Armenian name through Russian) is not.
    """
    for form in term.right_forms:
        yield RIGHT, form
    for form in term.deprecated:
        yield DEPRECATED, form
    own = _own(term)
    for language, natives in term.native.items():
        for native in natives:
            if script_of(native) == "Latn":
                continue
            for form in romanizations(native, language):
                if language in own or len(form) >= _SHORTEST_ABROAD:
                    yield (ROMANISED if language in own else ABROAD), form


def _own(term: Term) -> tuple[str, ...]:
    """The first native language, and one with a spelling more like a right form, if any.

    Where the first one's script is not read, it is taken at its word.
    """
    first, *others = term.native or ("",)
    if not others:
        return (first,)
    right = [fold(form) for form in term.right_forms]

    def likeness(language: str) -> float:
        spelled = (s for native in term.native[language] for s in romanizations(native, language))
        return max((fuzz.ratio(fold(s), form) for s in spelled for form in right), default=0.0)

    nearest = max(term.native, key=likeness)
    return (first, nearest) if 0 < likeness(first) < likeness(nearest) else (first,)


def build(terms: Iterable[Term], base: NameIndex | None = None, covered: int = 0) -> NameIndex:
    """The index of the approved terms, in memory; ``base`` is that of the first ``covered``."""
    builder = _Builder(base)
    for entry, term in enumerate(islice(terms, covered, None), covered):
        if term.status == "approved":
            for mark, form in forms(term):
                builder.add(entry, mark, form, joined=term.kind != "person")
    return builder.index()


class _Builder:
    """Collects numbers and letters of an index that is being built, on top of another's."""

    def __init__(self, base: NameIndex | None) -> None:
        self._numbers: dict[str, int] = dict(base.numbers) if base else {}
        self._sounds: list[str] = list(base.sounds) if base else []
        self._keys, self._wholes, self._postings = (
            [one.pairs() for one in base.tables] if base else [array("Q") for _ in range(3)]
        )
        self._seen: set[str] = set()  # tokens of forms that are not right

    def add(self, entry: int, mark: str, form: str, joined: bool) -> None:
        """Take in a form of an entry; with ``joined`` also as it is when written in one."""
        written = bearing(form)
        tokens = [token.plain for token in written]
        if not tokens:
            return
        self._wholes.append(_hash(mark + " ".join(sorted(tokens))) << 32 | entry)
        if mark not in (RIGHT, ROMANISED):
            self._seen.update(tokens)
            return
        for token, text in zip(tokens, written, strict=True):
            self._token(entry, token, text.text)
        whole = "".join(tokens)
        if mark == RIGHT and len(tokens) in _JOINABLE and len(whole) <= _LONGEST_JOINED:
            self._wholes.append(_hash(JOINED + whole) << 32 | entry)
            if joined:
                self._token(entry, whole, "".join(token.text for token in written), JOINED)

    def _token(self, entry: int, token: str, text: str, mark: str = "") -> None:
        token = mark + token
        number = self._numbers.get(token)
        if number is None:
            number = self._numbers[token] = len(self._numbers)
            self._sounds.append(sound(text))
            self._keys.append(_hash("." + token) << 32 | number)
            self._keys.extend([_hash(mark + key) << 32 | number for key in keys(text)])
        self._postings.append(number << 32 | entry)

    def index(self) -> NameIndex:
        """What was collected."""
        for token in sorted(self._seen - self._numbers.keys()):
            self._keys.append(_hash("," + token) << 32)
        tables = map(table, (self._keys, self._wholes, self._postings))
        arrays = [part for one in tables for part in one.arrays]
        letters = "\n".join(self._numbers).encode("utf-8", "surrogatepass")
        sounds = "\n".join(self._sounds).encode("utf-8", "surrogatepass")
        bits = array("Q")
        if len(self._numbers) >= _SIFTED:
            from reviewer.names.sieve import told

            bits.frombytes(told(letters))
        return NameIndex((bits, *arrays, letters, sounds))


def open_index(glossary: Glossary) -> NameIndex:
    """The index of a glossary: a large one from the cache folder, kept there when built.

    That of the shipped packs is made when the program is installed; a team's own names are added.
    """
    if len(glossary.terms) < CACHED_FROM or not glossary.digest:
        return build(glossary.terms)
    base, covered = _shipped(glossary)
    if base and covered == len(glossary.terms):
        return base
    path = cache_folder() / f"names-{glossary.digest[:32]}.idx"
    found = _read(path, glossary.digest)
    if found is None:
        found = build(glossary.terms, base, covered)
        keep(path, *packed(found, glossary.digest))
    else:
        touch(path)
    return found


def _shipped(glossary: Glossary) -> tuple[NameIndex | None, int]:
    """The index made of the shipped packs, if the glossary begins with them, and how many terms."""
    file = compiled_folder() / FILE
    if file.exists():
        for count in range(len(glossary.sources), 0, -1):
            first = glossary.sources[:count]
            if found := _read(file, digest(source for source, _ in first)):
                return found, sum(terms for _, terms in first)
    return None, 0


def _read(path: Path, content: str) -> NameIndex | None:
    """Map a file of what has this digest; None if it is missing, torn, old or of another."""
    try:
        with path.open("rb") as stream:
            view = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return None
    if len(view) < _HEADER.size:
        return None
    magic, version, checksum, found, *sizes = _HEADER.unpack_from(view)
    body = view[_HEADER.size :]
    if (
        magic.rstrip(b"\0") != _MAGIC
        or version != VERSION
        or found != _content_hash(content)
        or sum(sizes) != len(body)
        or zlib.crc32(body) != checksum
    ):
        return None
    sections, start = [], 0
    for size, kind in zip(sizes, _SECTIONS, strict=True):
        sections.append(body[start : start + size].cast(kind))
        start += size
    return NameIndex(sections)


def packed(index: NameIndex, content: str) -> list[memoryview]:
    """What a file of it holds, in parts; ``content`` is the digest of its glossary."""
    parts = [memoryview(part).cast("B") for part in index.sections]
    checksum = 0
    for part in parts:
        checksum = zlib.crc32(part, checksum)
    sizes = map(len, parts)
    head = _HEADER.pack(_MAGIC, VERSION, checksum, _content_hash(content), *sizes)
    return [memoryview(head), *parts]


def _content_hash(content: str) -> bytes:
    return content.encode("utf-8", "replace")[:32].ljust(32, b"\0")
