"""Show one term: its fields, the spellings it makes and catches, its near neighbours."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from reviewer.cli.glossary import _files
from reviewer.glossary.model import Term

if TYPE_CHECKING:
    from reviewer.curate.show import Caught, Shown

_SAID = {
    "exact": "right, never flagged",
    "romanisation": "info: another romanisation",
    "diacritics": "by the setting for diacritics",
    "deprecated": "error: a form not to use",
    "missed": "not caught",
    "other": "taken for another entry",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary show``."""
    parser.add_argument("term", metavar="TERM", help="preferred form, id, or any other form")
    _files.json_argument(parser)
    _files.file_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print every term of that name; a rule if its id is given. Return 0."""
    from reviewer.curate import pick
    from reviewer.curate.show import describe

    glossary = _files.load(_files.chosen(args.glossary, args.config))
    rule = next((rule for rule in glossary.rules if rule.id == args.term), None)
    if rule is not None:
        from reviewer.glossary.exchange._entry import rule_fields

        _files.say_json(rule_fields(rule)) if args.json else _fields(rule_fields(rule), rule.place)
        return 0
    found = [(term, describe(term, glossary)) for term in pick.named(glossary, args.term)]
    if args.json:
        _files.say_json([_entry(term, shown) for term, shown in found])
        return 0
    for number, (term, shown) in enumerate(found):
        if number:
            _files.say()
        _print(term, shown)
    return 0


def _entry(term: Term, shown: Shown) -> dict[str, object]:
    neighbours = [
        {"term": near.term.term, "id": near.term.id, "score": near.score}
        for near in shown.neighbours
    ]
    caught = [asdict(spelling) for spelling in shown.caught]
    return {
        **term._asdict(),
        "romanizations": shown.romanizations,
        "caught": caught,
        "neighbours": neighbours,
    }


def _fields(fields: dict[str, object], origin: tuple[str, int]) -> None:
    for key, value in fields.items():
        if isinstance(value, list):
            value = " | ".join(map(str, value))
        elif isinstance(value, dict):
            value = ", ".join(f"{code}: {' | '.join(forms)}" for code, forms in value.items())
        _files.say(f"{key}: {value}")
    _files.say(f"file: {_files.shown_path(origin[0])}:{origin[1]}")


def _print(term: Term, shown: Shown) -> None:
    from reviewer.glossary.exchange._entry import term_fields

    always = {"term": term.term, "id": term.id, "kind": term.kind}
    _fields(always | term_fields(term) | {"status": term.status}, term.origin)
    for form, spellings in shown.romanizations.items():
        _files.say(f"romanisations of {form}: {', '.join(spellings) or 'no scheme for its script'}")
    if shown.caught:
        _files.say("spellings seen, and what a check says:")
        _files.say_table(
            ((seen.spelling, seen.language, _said(seen)) for seen in shown.caught), "  "
        )
    if shown.neighbours:
        _files.say("could be confused with:")
        _files.say_table(
            (
                (near.term.term, near.term.kind, f"{near.score:.2f}", near.term.note)
                for near in shown.neighbours
            ),
            "  ",
        )
    if term.status != "approved":
        _files.say("proposed: checks do not use it yet")


def _said(seen: Caught) -> str:
    """What a check would say of a spelling."""
    if seen.kind in _SAID:
        return _SAID[seen.kind]
    from reviewer.names.choice import SURE

    severity = "error" if seen.confidence >= SURE else "warning"
    return f"{severity}: {seen.kind}, {seen.confidence:.2f}"
