"""What was found before and is not asked about again: a file of findings with their counts.

A finding is known by article, check, code, text and the words around it, never by its line: the
baseline outlives edits elsewhere. Equal findings are counted: one more of them is new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from reviewer.engine.writing import write_text
from reviewer.errors import InputError
from reviewer.model import Finding

SCHEMA = 1


class Entry(NamedTuple):
    """One known finding; ``path`` is the article's in its project, as in the decision log."""

    path: str
    record: str | None
    check: str
    code: str
    text: str
    context: str


Baseline = Counter[Entry]
KeyOf = Callable[[str], str]  # an article's path as reports show it → its path in its project


@dataclass(frozen=True, slots=True)
class Compared:
    """The findings that are new, how many are known, and entries (with counts) nothing matched."""

    new: tuple[Finding, ...]
    known: int
    unmatched: Baseline


def counted(findings: Iterable[Finding], key_of: KeyOf) -> Baseline:
    """The findings as a baseline."""
    return Counter(_entry(finding, key_of) for finding in findings)


def compare(findings: Iterable[Finding], baseline: Baseline, key_of: KeyOf) -> Compared:
    """Tell new findings from known ones; of more than are known, the last are new.

    Equal ones find each other first. Of the rest one side of the context may have changed, as
    happens when the next sentence is edited.
    """
    left = baseline.copy()
    unequal = []
    for finding in findings:
        entry = _entry(finding, key_of)
        if left[entry] > 0:
            left[entry] -= 1
        else:
            unequal.append((finding, entry))
    candidates: dict[Entry, list[Entry]] = {}
    for entry in sorted(+left, key=str):
        candidates.setdefault(entry._replace(context=""), []).append(entry)
    new = []
    for finding, entry in unequal:
        alike = candidates.get(entry._replace(context=""), [])
        match = next((known for known in alike if left[known] and _beside(known, entry)), None)
        if match:
            left[match] -= 1
        else:
            new.append(finding)
    unmatched = +left
    return Compared(tuple(new), baseline.total() - unmatched.total(), unmatched)


def _beside(one: Entry, other: Entry) -> bool:
    """Do the same words stand before both, or after both?"""
    before, _, after = one.context.partition("|")
    words_before, _, words_after = other.context.partition("|")
    return before == words_before or after == words_after


def read(file: Path) -> Baseline:
    """The baseline in a file. Raises InputError where it is missing or none."""
    advice = "write it anew with --write-baseline"
    try:
        data = json.loads(file.read_bytes())
    except FileNotFoundError:
        raise InputError(f"{file}: no such baseline; check the path, or {advice}") from None
    except OSError as error:
        raise InputError(f"{file}: cannot read the baseline: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        where = f"line {error.lineno}: " if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(
            f"{file}: {where}not a baseline (no JSON): undo the last change to it,"
            f" or delete it and {advice}"
        ) from None
    if isinstance(data, dict) and data.get("schema", SCHEMA) != SCHEMA:
        raise InputError(
            f"{file}: a baseline of schema {data['schema']!r}, this program reads {SCHEMA}:"
            f" delete it and {advice}"
        )
    try:
        return Counter(dict(map(_read, data["findings"])))
    except (KeyError, TypeError, ValueError):
        raise InputError(f"{file}: not a baseline: delete it and {advice}") from None


def _read(fields: dict[str, Any]) -> tuple[Entry, int]:
    """One entry and its count. Raises KeyError, TypeError or ValueError where it is none."""
    values = {name: fields[name] for name in Entry._fields if name != "record"}
    record, count = fields.get("record"), fields["count"]
    if not all(isinstance(value, str) for value in (*values.values(), record or "")):
        raise TypeError
    if not isinstance(count, int) or count < 1:
        raise ValueError
    return Entry(record=record, **values), count


def write(file: Path, baseline: Baseline) -> None:
    """Write a baseline, an entry a line in a fixed order. Raises UsageError where it cannot."""
    lines = ",\n".join(f"  {_line(entry, baseline[entry])}" for entry in sorted(baseline, key=str))
    body = f"[\n{lines}\n ]" if lines else "[]"
    write_text(file, f'{{\n "schema": {SCHEMA},\n "findings": {body}\n}}\n', "baseline")


def _line(entry: Entry, count: int) -> str:
    fields = {k: v for k, v in entry._asdict().items() if v is not None}
    line = json.dumps({**fields, "count": count}, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # a lone surrogate: only an escape can hold it
        return json.dumps({**fields, "count": count})
    return line


def _entry(finding: Finding, key_of: KeyOf) -> Entry:
    return Entry(
        key_of(finding.path),
        finding.record,
        finding.check,
        finding.code,
        finding.text,
        finding.context,
    )
