"""Wikidata's entities as JSON (Special:EntityData, wbgetentities, dumps): labels, aliases, QID."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reviewer.errors import GlossaryError
from reviewer.glossary.exchange._entry import (
    Draft,
    Losses,
    Options,
    finished,
    form,
    held_by,
    lose_rules,
)
from reviewer.glossary.exchange._table import decode
from reviewer.glossary.model import Glossary, Term

NAME = "Wikidata entities (JSON)"
SUFFIXES = (".json", ".jsonl", ".ndjson")
HOLDS = ("term", "native", "admitted", "note", "source")
SOURCE = "wikidata:"
# instance of (P31): the classes that tell a kind for sure; otherwise what else is said decides.
_KINDS = {
    "Q5": "person", "Q515": "place", "Q6256": "place", "Q3624078": "place", "Q486972": "place",
    "Q3957": "place", "Q532": "place", "Q5119": "place", "Q35657": "place", "Q4022": "place",
    "Q43229": "organization", "Q7278": "organization", "Q4830453": "organization",
    "Q327333": "organization", "Q484652": "organization", "Q192350": "organization",
    "Q217799": "demonym", "Q198": "event", "Q178561": "event", "Q40231": "event",
}  # fmt: skip
_NATIVE_NAMES = ("P1559", "P1705")  # name in native language, native label


def sniff(head: str, suffix: str) -> int:
    """Entities, or one of them."""
    del suffix
    start = head.lstrip()[:1]
    return 2 if start in ("{", "[") and ('"entities"' in head or '"labels"' in head) else 0


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """An entity a term: label, aliases, labels of other languages, QID as source."""
    target = options.target or "en"
    drafts = []
    for entity in _entities(decode(data, name), name):
        draft = _draft(entity, target, name, losses, options)
        if draft is None:
            losses.add(f"entities without a label in {target!r}", str(entity.get("id", "?")))
        else:
            drafts.append(draft)
    return Glossary((), language=target), finished(drafts, name)


def _entities(text: str, name: str) -> Iterator[Mapping[str, Any]]:
    """The entities of one document, of a list of them, or one a line."""
    try:
        try:
            found = json.loads(text)
        except json.JSONDecodeError:
            lines = (line.strip().rstrip(",") for line in text.splitlines())
            found = [json.loads(line) for line in lines if line not in ("", "[", "]")]
    except json.JSONDecodeError as error:
        raise GlossaryError(f"{name}:{error.lineno}: not JSON: {error.msg}") from None
    except RecursionError:
        raise GlossaryError(f"{name}: not Wikidata's JSON: nested too deeply") from None
    if isinstance(found, dict):
        found = list(found["entities"].values()) if "entities" in found else [found]
    for entity in found if isinstance(found, list) else [found]:
        if not isinstance(entity, dict):
            raise GlossaryError(f"{name}: not Wikidata's JSON: an entity is no object")
        yield entity


def _draft(
    entity: Mapping[str, Any], target: str, name: str, losses: Losses, options: Options
) -> Draft | None:
    where = f"{name}: {entity.get('id', '?')}"
    try:
        labels = {code: label["value"] for code, label in _table(entity, "labels").items()}
        aliases = {
            code: [alias["value"] for alias in several]
            for code, several in _table(entity, "aliases").items()
        }
        note = _table(entity, "descriptions").get(target, {}).get("value", "")
        claims = _table(entity, "claims")
        native_names = list(_values(claims, *_NATIVE_NAMES))
        instances = [value.get("id", "") for value in _values(claims, "P31")]
    except (KeyError, TypeError, AttributeError):
        raise GlossaryError(f"{where}: not an entity as Wikidata writes it") from None
    if target not in labels:
        return None
    draft = Draft(form(labels[target], where), kind=_kind(instances, claims))
    draft.source = f"{SOURCE}{entity['id']}" if entity.get("id") else ""
    draft.admitted.update(dict.fromkeys(form(alias, where) for alias in aliases.get(target, [])))
    if note:
        draft.notes[note] = None
    for value in native_names:
        draft.add_native(value["language"], form(value["text"], where))
    for code in dict.fromkeys([*labels, *aliases]):
        if code in (target, "mul"):
            continue
        if options.native and code not in options.native:
            losses.add(f"labels in languages other than {', '.join(options.native)}", draft.term)
            continue
        forms = [*([labels[code]] if code in labels else []), *aliases.get(code, [])]
        draft.add_native(code, *(form(one, where) for one in forms))
    return draft


def _table(entity: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A part of an entity; Wikidata writes an empty one as a list."""
    return entity.get(key) or {}


def _values(claims: Mapping[str, Any], *properties: str) -> Iterator[Mapping[str, Any]]:
    for name in properties:
        for claim in claims.get(name, ()):
            value = claim["mainsnak"].get("datavalue", {}).get("value")
            if value and claim.get("rank") != "deprecated":
                yield value


def _kind(instances: list[str], claims: Mapping[str, Any]) -> str:
    for instance in instances:
        if instance in _KINDS:
            return _KINDS[instance]
    if "P569" in claims:  # date of birth
        return "person"
    return "place" if "P625" in claims else "other"  # coordinates


def write(head: Glossary, terms: Iterable[Term], losses: Losses, options: Options) -> Iterator[str]:
    """The terms that have a QID, as entities."""
    lose_rules(head.rules, losses)
    target = options.target or head.language or "en"
    divider = '{"entities": {'
    for term in held_by(terms, HOLDS, losses, options):
        if not term.source.startswith(SOURCE):
            losses.add("terms without a Wikidata source", term.term)
            continue
        if term.kind != "other":
            losses.add("kind", term.term)
        entity = _entity(term, target, term.source.removeprefix(SOURCE))
        yield f"{divider}\n{json.dumps(entity['id'])}: {json.dumps(entity, ensure_ascii=False)}"
        divider = ","
    yield "}}\n" if divider == "," else '{"entities": {}}\n'


def _entity(term: Term, target: str, ident: str) -> dict[str, Any]:
    labels = {target: term.term} | {code: forms[0] for code, forms in term.native.items()}
    aliases = {target: term.admitted} | {code: forms[1:] for code, forms in term.native.items()}
    described = {target: {"language": target, "value": term.note}} if term.note else {}
    return {
        "type": "item",
        "id": ident,
        "labels": {code: {"language": code, "value": form} for code, form in labels.items()},
        "descriptions": described,
        "aliases": {
            code: [{"language": code, "value": form} for form in forms]
            for code, forms in aliases.items()
            if forms
        },
    }
