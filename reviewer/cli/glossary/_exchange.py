"""What import and export share: languages, and telling what was not carried over."""

from __future__ import annotations

import argparse

from reviewer.cli import complain
from reviewer.errors import UsageError
from reviewer.glossary.exchange import Losses, Options
from reviewer.glossary.fields import FieldError, language


def language_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say which languages are meant."""
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


def options(args: argparse.Namespace, *, proposed: bool = False) -> Options:
    """What a format needs to know. Raises UsageError for what is no language code."""
    codes = [code.strip() for item in args.lang for code in item.split(",") if code.strip()]
    try:
        native = tuple(language(code) for code in codes)
        target = language(args.target_lang) if args.target_lang else ""
    except FieldError as problem:
        raise UsageError(f"--lang: {problem}") from None
    return Options(native, target, args.swap, proposed)


def tell(losses: Losses) -> None:
    """List what was not carried over."""
    for line in losses.lines():
        complain(f"not carried over: {line}")
