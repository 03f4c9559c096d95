"""Change fields of a term; nothing else in the file changes.

Forms given are added to those there are; --drop takes a form out of whatever list holds it.
"""

from __future__ import annotations

import argparse
from typing import Any

from reviewer.cli.glossary import _entry, _files
from reviewer.errors import UsageError

_CLEARABLE = ("native", "admitted", "deprecated", "word", "note", "source", "kind", "status", "id")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary edit``."""
    parser.add_argument("term", metavar="TERM", help="preferred form or explicit id")
    parser.add_argument("--term", dest="new", metavar="NEW", help="another preferred form")
    _entry.entry_arguments(parser)
    parser.add_argument(
        "--drop", action="append", default=[], metavar="FORM", help="take a form out (repeatable)"
    )
    parser.add_argument(
        "--clear", action="append", default=[], choices=_CLEARABLE, help="take a field out"
    )
    parser.add_argument("--line", type=int, metavar="N", help="the one that begins on this line")
    _entry.change_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Change the entry and say which fields; return 0."""
    from reviewer.curate import entries

    path = _files.pack_to_change(args.glossary, args.config)
    changed: dict[str, Any] = {}

    def change(text: str) -> str:
        table = entries.locate(text, args.term, str(path), args.line)
        changed.clear()
        changed.update(_changes(args, entries.values_of(text, table)))
        return entries.edit(text, args.term, changed, str(path), args.line)

    _entry.change(path, change)
    _files.say(f"{_files.shown_path(str(path))}: {args.term}: changed {', '.join(changed)}")
    return 0


def _changes(args: argparse.Namespace, old: dict[str, Any]) -> dict[str, Any]:
    """The fields that become another; raises UsageError where nothing would."""
    if _entry.asking() and not _given(args):
        _ask(args, old)
    new = old | _entry.scalars(args)
    if args.new:
        new["term"] = args.new.strip()
    natives: dict[str, list[str]] = {
        code: [forms] if isinstance(forms, str) else list(forms)
        for code, forms in old.get("native", {}).items()
    }
    for code, forms in _entry.native(args.native).items():
        natives[code] = list(dict.fromkeys([*natives.get(code, []), *forms]))
    for key in ("admitted", "deprecated"):
        new[key] = list(dict.fromkeys([*old.get(key, []), *getattr(args, key)]))
    held = {form for key in ("admitted", "deprecated") for form in new[key]}
    held |= {form for forms in natives.values() for form in forms}
    for form in args.drop:
        if form not in held:
            raise UsageError(f"--drop {form!r}: {args.term!r} has no such form")
    for key in ("admitted", "deprecated"):
        new[key] = [form for form in new[key] if form not in args.drop]
    natives = {c: [f for f in forms if f not in args.drop] for c, forms in natives.items()}
    new["native"] = {code: forms for code, forms in natives.items() if forms}
    for key in args.clear:
        new[key] = None
    changes = {key: None if value in ([], {}, "") else value for key, value in new.items()}
    changes = {key: value for key, value in changes.items() if not _same(value, old.get(key))}
    if not changes:
        raise UsageError(f"{args.term}: nothing to change; say which field, such as --note TEXT")
    return changes


def _same(new: Any, old: Any) -> bool:
    if isinstance(new, dict) and isinstance(old, dict):
        return new == {c: [f] if isinstance(f, str) else f for c, f in old.items()}
    return bool(new == old)


def _given(args: argparse.Namespace) -> bool:
    lists = (args.native, args.admitted, args.deprecated, args.drop, args.clear)
    return bool(args.new or any(lists) or _entry.scalars(args))


def _ask(args: argparse.Namespace, old: dict[str, Any]) -> None:
    args.new = _entry.ask("term", old["term"])
    for key in ("kind", "status", "note", "source"):
        setattr(args, key, _entry.ask(key, old.get(key, "")) or None)
    while form := _entry.ask("another right form (empty: no more)"):
        args.admitted.append(form)
