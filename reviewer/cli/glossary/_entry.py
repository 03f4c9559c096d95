"""The arguments that describe a term, and the file that a change goes to."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from reviewer.cli import complain
from reviewer.errors import UsageError
from reviewer.glossary.model import KINDS, STATUSES

Change = Callable[[str], str]


def entry_arguments(parser: argparse.ArgumentParser) -> None:
    """One option a field."""
    add = parser.add_argument
    add("--kind", choices=(*KINDS, "org"))
    add(
        "--native",
        action="append",
        default=[],
        metavar="LANG=FORM",
        help="a native form (repeatable)",
    )
    add("--admitted", action="append", default=[], metavar="FORM", help="right too (repeatable)")
    add(
        "--deprecated",
        action="append",
        default=[],
        metavar="FORM",
        help="never right (repeatable)",
    )
    add("--status", choices=STATUSES)
    add("--note")
    add("--source", help="where you have seen it: editorial, wikidata:Q…")
    add("--word", action=argparse.BooleanOptionalAction, help="also an ordinary English word")


def change_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that choose file and entry."""
    parser.add_argument(
        "--glossary", metavar="FILE", help="the TOML glossary (default: the team's own, if one)"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this configuration file")


def scalars(args: argparse.Namespace) -> dict[str, Any]:
    """The fields of one value that were given."""
    from reviewer.glossary.fields import KIND_ALIASES

    given = {key: getattr(args, key) for key in ("kind", "status", "note", "source", "word")}
    if given["kind"]:
        given["kind"] = KIND_ALIASES.get(given["kind"], given["kind"])
    return {key: value for key, value in given.items() if value is not None}


def native(pairs: Iterable[str]) -> dict[str, list[str]]:
    """Native forms by language. Raises UsageError for what is no LANG=FORM."""
    forms: dict[str, list[str]] = {}
    for pair in pairs:
        code, equals, form = pair.partition("=")
        if not (equals and code.strip() and form.strip()):
            raise UsageError(f"--native {pair!r}: write LANG=FORM, such as ru=Петров")
        forms.setdefault(code.strip(), []).append(form.strip())
    return forms


def change(path: Path, how: Change, *, create: bool = False) -> None:
    """Apply a change to a file's text and replace the file. Raises GlossaryError.

    Somebody else's change in between is not lost: ours is made again on their file.
    """
    from reviewer.curate import save

    for last in (False, False, True):
        if create and not path.exists():
            data, expected = f'[glossary]\ntitle = "{_title(path)}"\n'.encode(), ""
        else:
            data = save.read(path)
            expected = save.sha256(data)
        changed = rewritten(path, data, how)
        try:
            save.replace(path, changed, expected)
        except save.ChangedError:
            if last:
                raise
            complain(f"{path}: somebody else changed it meanwhile; trying again on their version")
        else:
            return


def rewritten(path: Path, data: bytes, how: Change) -> bytes:
    """A file's bytes after a change of its text, a byte order mark kept. Raises GlossaryError."""
    bom = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return bom + how(decoded(path, data)).encode("utf-8")


def decoded(path: Path, data: bytes) -> str:
    """A file's text without a byte order mark. Raises GlossaryError."""
    from reviewer.errors import GlossaryError

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GlossaryError(
            f"{path}: byte {error.start}: not UTF-8; save the file as UTF-8"
        ) from None


def _title(path: Path) -> str:
    stem = path.stem.replace("-", " ").replace("_", " ")
    return "".join(char for char in stem.capitalize() if char.isprintable() and char not in '"\\')


def asking() -> bool:
    """Is a person there to be asked?"""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "") -> str:
    """An answer typed by a person; the default for an empty line."""
    shown = f" [{default}]" if default else ""
    sys.stdout.write(f"{question}{shown}: ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise UsageError("no answer; nothing was changed")
    return line.strip() or default
