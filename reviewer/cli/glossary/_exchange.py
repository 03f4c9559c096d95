"""What import and export share: languages, and telling what was not carried over."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from reviewer.cli import complain
from reviewer.cli.glossary import _files
from reviewer.errors import UsageError
from reviewer.glossary.exchange import Losses, Options
from reviewer.glossary.fields import FieldError, language


def language_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say which languages are meant, and ``--list-formats``."""
    parser.add_argument(
        "--list-formats", action=_ListFormats, nargs=0, help="what each format holds, and leave"
    )
    parser.add_argument(
        "--lang",
        action="append",
        default=[],
        metavar="CODE",
        help="native forms of this language (repeatable, or separated by commas);"
        " formats of two columns need one",
    )
    parser.add_argument("--target-lang", default="", metavar="CODE", help="of the terms: en")
    parser.add_argument("--swap", action="store_true", help="the first column holds the terms")


class _ListFormats(argparse.Action):
    """Prints a table and leaves, as ``--help`` does."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from reviewer.glossary import exchange

        fields = exchange.FIELDS
        rows = [
            (name, *("yes" if field in exchange.holds(name) else "-" for field in fields))
            for name in exchange.formats()
        ]
        _files.say_table([("format", *fields), *rows])
        parser.exit()


def options(args: argparse.Namespace, *, proposed: bool = False) -> Options:
    """What a format needs to know. Raises UsageError for what is no language code."""
    codes = [code.strip() for item in args.lang for code in item.split(",") if code.strip()]
    try:
        native = tuple(language(code) for code in codes)
        target = language(args.target_lang) if args.target_lang else ""
    except FieldError as problem:
        raise UsageError(f"--lang: {problem}") from None
    return Options(native, target, args.swap, proposed)


def encoded(pieces: Iterable[str]) -> bytes:
    """The pieces as one file; each is let go once it is in."""
    data = BytesIO()
    for piece in pieces:
        data.write(piece.encode("utf-8"))
    return data.getvalue()


def tell(losses: Losses) -> None:
    """List what was not carried over."""
    for line in losses.lines():
        complain(f"not carried over: {line}")
