"""Three versions of a TOML glossary made one, entry by entry.

What only one side changed is taken; where both changed an entry, its fields are merged one by one,
lists by what each side added and took out. What contradicts stays in the result between git's
conflict markers, both versions whole, and is told. The result is otherwise our file: comments,
order and style are ours, and entries taken over keep theirs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reviewer.curate import source
from reviewer.curate.entries import changed
from reviewer.glossary import toml as reading

Key = tuple[str, str, int]  # table, name, which of that name
_LISTS = ("admitted", "deprecated", "words", "replace", "unless", "when", "bad", "good")
_LATEST = ("updated",)


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str  # with its comments
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Version:
    """One of the three files: its entries, and what stands after each; None: before the first."""

    entries: Mapping[Key, _Entry]
    gaps: Mapping[Key | None, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that both sides changed, and the fields in which they disagree."""

    what: str
    name: str
    problem: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The resulting text; with conflicts it holds conflict markers and is no TOML."""

    text: str
    conflicts: tuple[Conflict, ...]


def merge(
    base: str, ours: str, theirs: str, labels: tuple[str, str] = ("ours", "theirs")
) -> Merged:
    """Merge; ``labels`` name the sides in conflict markers.

    Raises GlossaryError for a version that is no glossary.
    """
    newline = source.newline_of(ours)
    old, mine, other = (
        _version(text, name)
        for text, name in (
            (base, "the base version"),
            (ours, "our version"),
            (theirs, "their version"),
        )
    )
    conflicts: list[Conflict] = []
    merged: dict[Key, str] = {}
    for key, entry in mine.entries.items():
        versions = (old.entries.get(key), entry, other.entries.get(key))
        text = _one(key, versions, labels, conflicts)
        if text is not None:
            merged[key] = text
    for key, theirs_entry in other.entries.items():
        if key not in mine.entries:
            text = _one(key, (old.entries.get(key), None, theirs_entry), labels, conflicts)
            if text is not None:
                merged[key] = text
    text = _joined(merged, old, mine, other)
    return Merged(text.replace("\r\n", "\n").replace("\n", newline), tuple(conflicts))


def _version(text: str, name: str) -> _Version:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if text and not text.endswith("\n"):
        text += "\n"
    _, terms = reading.read(text.encode("utf-8", "surrogatepass"), name)
    list(terms)
    found = source.tables(text)
    entries: dict[Key, _Entry] = {}
    for table in found:
        (inner,) = tomllib.loads(text[table.header : table.end]).values()
        values = inner if isinstance(inner, dict) else inner[0]
        ident = str(values.get("id") or values.get("term") or "")
        which = sum((table.name, ident) == key[:2] for key in entries) if ident else 0
        entries[table.name, ident, which] = _Entry(text[table.start : table.end], values)
    return _Version(entries, dict(zip((None, *entries), source.between(text, found), strict=True)))


def _one(
    key: Key,
    versions: tuple[_Entry | None, _Entry | None, _Entry | None],
    labels: tuple[str, str],
    conflicts: list[Conflict],
) -> str | None:
    """The merged text of one entry of base, ours and theirs; None where it is gone."""
    base, ours, theirs = versions
    if ours and theirs:
        if base and ours.text == base.text:
            return theirs.text
        if ours.values == theirs.values or (base and theirs.values == base.values):
            return ours.text
        if base and ours.values == base.values:
            return theirs.text
        values, disputed = _fields(base.values if base else {}, ours.values, theirs.values)
        if not disputed:
            return _with(ours, values)
        problem = "both sides changed " + ", ".join(disputed)
    elif ours and base:
        if ours.values == base.values:
            return None
        problem = f"changed in {labels[0]}, removed in {labels[1]}"
    elif theirs and base:
        if theirs.values == base.values:
            return None
        problem = f"removed in {labels[0]}, changed in {labels[1]}"
    else:
        held = ours or theirs
        return held.text if held else None
    conflicts.append(Conflict(key[0], key[1], problem))
    return (
        f"<<<<<<< {labels[0]}\n{ours.text if ours else ''}=======\n"
        f"{theirs.text if theirs else ''}>>>>>>> {labels[1]}\n"
    )


def _fields(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """The merged fields, and those in which the sides disagree."""
    values: dict[str, Any] = {}
    disputed = []
    for key in dict.fromkeys([*ours, *theirs]):
        old, mine, other = base.get(key), ours.get(key), theirs.get(key)
        if other in (mine, old):
            chosen = mine
        elif mine == old:
            chosen = other
        elif key in _LISTS:
            chosen = _lists(old or [], mine or [], other or [])
        elif key in _LATEST and mine and other:
            chosen = max(mine, other)
        elif key == "native":
            chosen, languages = _fields(old or {}, mine or {}, other or {})
            disputed += [f"native.{language}" for language in languages]
        else:
            disputed.append(key)
            continue
        if chosen is not None:
            values[key] = chosen
    return values, disputed


def _lists(old: list[Any], mine: list[Any], other: list[Any]) -> list[Any]:
    """What either side added, without what either took out, in our order."""
    gone = [item for item in old if item not in mine or item not in other]
    return [item for item in dict.fromkeys([*mine, *other]) if item not in gone]


def _with(ours: _Entry, values: Mapping[str, Any]) -> str:
    """Our entry's text with the merged fields."""
    changes = {key: value for key, value in values.items() if ours.values.get(key) != value}
    changes |= {key: None for key in ours.values if key not in values}
    return changed(ours.text, changes, "\n")


def _joined(merged: Mapping[Key, str], base: _Version, ours: _Version, theirs: _Version) -> str:
    """Our file with every merged entry in its place; theirs follow whom they follow there."""
    following: dict[Key | None, list[Key]] = {}
    before: Key | None = None
    for key in theirs.entries:
        if key in ours.entries:
            before = key
        elif key in merged:
            following.setdefault(before, []).append(key)
    out = ""
    for place in (None, *ours.entries):
        if place is not None and place in merged:
            out = _after_blank(out) + merged[place]
        out += _gap(place, place is None or place in merged, base, ours, theirs)
        for key in following.get(place, ()):
            gap = theirs.gaps[key]
            kept = gap if gap.strip() and gap not in ours.gaps.values() else ""
            out = _after_blank(out) + merged[key] + (kept or "\n")
    return out.rstrip("\n") + "\n" if out.strip() else out


def _gap(place: Key | None, kept: bool, base: _Version, ours: _Version, theirs: _Version) -> str:
    """What stands after an entry: theirs where only they changed it; blank lines go with it."""
    gap = ours.gaps[place]
    if gap == base.gaps.get(place):
        gap = theirs.gaps.get(place, gap)
    return gap if kept or gap.strip() else ""


def _after_blank(out: str) -> str:
    """The text so far, ready for an entry: comments of a section may stand right above it."""
    return out + "\n" if out and not out.endswith("\n\n") else out
