"""The file of candidates and the list of refusals, in the project's state folder.

Candidates lie outside every pack: no check loads them before somebody accepts them. What was
refused is not proposed again, in whatever case or diacritics.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reviewer.curate import entries, save, source
from reviewer.errors import GlossaryError
from reviewer.glossary import toml as reading
from reviewer.glossary.exchange import toml
from reviewer.glossary.model import Term
from reviewer.text import fold, visible

FILE = "candidates.toml"
REFUSED = "refused.jsonl"
SOURCE = "harvest"
_HEAD = (
    "# Names seen and not known. Accept or refuse them: reviewer glossary harvest --accept TERM\n"
    '\n[glossary]\ntitle = "Candidates"\n'
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed term: its fields, and comment lines that tell where it comes from."""

    values: Mapping[str, Any]
    comments: tuple[str, ...] = ()


class Candidates:
    """The candidates of one project; ``folder`` is its state folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._refused = folder / REFUSED

    def terms(self) -> list[Term]:
        """Those that wait, in the order of the file. Raises GlossaryError."""
        _, terms = reading.read(self._read().encode("utf-8"), str(self.path))
        return list(terms)

    def waiting(self) -> list[tuple[Term, tuple[str, ...]]]:
        """Those that wait, each with the lines that tell where it comes from. Raises GlossaryError.

        In the order of the file: what editors wrote or what was seen most comes first.
        """
        text = self._read()
        _, terms = reading.read(text.encode("utf-8"), str(self.path))
        found = [table for table in source.tables(text) if table.name == "term"]
        told = (text[table.start : table.header].splitlines() for table in found)
        lines = (tuple(line.lstrip("# ") for line in of_one) for of_one in told)
        return list(zip(terms, lines, strict=True))

    def refused(self) -> set[str]:
        """The folded forms that were refused."""
        try:
            lines = self._refused.read_bytes().splitlines()
        except FileNotFoundError:
            return set()
        except OSError as error:
            raise GlossaryError(f"{self._refused}: cannot be read: {error.strerror}") from None
        return {fold(term) for line in lines if (term := _term_of(line))}

    def propose(self, candidates: Iterable[Candidate]) -> list[str]:
        """Add those that are neither there nor refused; their terms. Raises GlossaryError."""
        text = old = self._read()
        out = self.refused() | {fold(term.term) for term in self.terms()}
        added = []
        for candidate in candidates:
            name = candidate.values["term"]
            if fold(name) in out:
                continue
            out.add(fold(name))
            values = {**candidate.values, "status": "proposed", "source": SOURCE}
            comments = "".join(f"# {visible(line)}\n" for line in candidate.comments)
            text += "\n" + comments + toml.entry("term", values)
            added.append(name)
        if added:
            self._write(text, old)
        return added

    def accept(self, name: str, pack: Path, values: Mapping[str, Any]) -> None:
        """Move a candidate to a pack, approved, with ``values`` in place of its own.

        It is taken off the candidates only when the pack is on disk. Raises GlossaryError.
        """
        old = self._read()
        table = entries.locate(old, name, str(self.path))
        fields = {**entries.values_of(old, table), "status": "approved", "source": "editorial"}
        data = save.read(pack) if pack.exists() else b"[glossary]\n"
        expected = save.sha256(data) if pack.exists() else ""
        text = data.decode("utf-8-sig")
        bom = data[: len(data) - len(text.encode("utf-8"))]
        new = entries.add(text, {**fields, **values}, str(pack))
        save.replace(pack, bom + new.encode("utf-8"), expected)
        self._write(entries.remove(old, name, str(self.path)), old)

    def refuse(self, name: str, who: str) -> None:
        """Keep the refusal, then take the candidate off. Raises GlossaryError."""
        old = self._read()
        table = entries.locate(old, name, str(self.path))
        term = entries.values_of(old, table)["term"]
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        line = json.dumps({"term": term, "time": moment, "who": who}, ensure_ascii=False)
        try:
            with self._refused.open("ab") as stream:
                stream.write(line.encode("utf-8", "backslashreplace") + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise GlossaryError(f"{self._refused}: cannot be written: {error.strerror}") from None
        self._write(entries.remove(old, name, str(self.path)), old)

    def _read(self) -> str:
        if not self.path.exists():
            return _HEAD
        try:
            return save.read(self.path).decode("utf-8")
        except UnicodeDecodeError as error:
            raise GlossaryError(f"{self.path}: byte {error.start}: not UTF-8") from None

    def _write(self, text: str, old: str) -> None:
        expected = save.sha256(old.encode("utf-8")) if self.path.exists() else ""
        save.replace(self.path, text.encode("utf-8"), expected)


def _term_of(line: bytes) -> str:
    """The term of a line of refusals; a torn line has none."""
    try:
        return str(json.loads(line)["term"])
    except (ValueError, KeyError, TypeError):
        return ""
