"""The reader of every TBX version and style: safe XML, concept after concept.

Sources: ISO 30042:2019 (v3: conceptEntry, langSec, termSec; DCA and DCT styles), ISO 30042:2008
(v2: martif, termEntry, langSet, tig and ntig), the TBX-Basic dialect's data categories.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reviewer.errors import GlossaryError
from reviewer.glossary.exchange._entry import (
    Draft,
    Losses,
    Options,
    code,
    finished,
    form,
    kind,
)
from reviewer.glossary.model import Glossary, Term

HOLDS = ("term", "id", "kind", "native", "admitted", "deprecated", "note", "source")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONCEPTS, _LANGUAGES = ("conceptEntry", "termEntry"), ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_GROUPS = ("descripGrp", "adminGrp", "termNoteGrp", "transacGrp", "termGrp")
_STATUS = {
    **dict.fromkeys(("preferredterm", "preferred", "standardizedterm", "legalterm"), "preferred"),
    **dict.fromkeys(("regulatedterm", "approved"), "preferred"),
    **dict.fromkeys(("admittedterm", "admitted", "acceptable", "allowed"), "admitted"),
    **dict.fromkeys(("deprecatedterm", "deprecated", "supersededterm"), "deprecated"),
    **dict.fromkeys(("superseded", "forbidden", "obsolete", "obsoleteterm"), "deprecated"),
    **dict.fromkeys(("rejected", "notrecommended"), "deprecated"),
}
_ESCAPED = re.compile(r"_x([0-9a-fA-F]{4,6})_")


def sniff(head: str) -> bool:
    """Does the root element say TBX, of whatever version?"""
    return re.search(r"<(?:\w+:)?(?:martif|tbx|TBX)[\s>]", head) is not None


def read(
    data: bytes, name: str, losses: Losses, options: Options
) -> tuple[Glossary, Iterable[Term]]:
    """The concepts that have a term in the target language.

    Entities and the network are off: a document that declares an entity is refused. Raises
    GlossaryError with the line.
    """
    head, concepts = _Reader(data, name).start()
    target = options.target or "en"
    drafts = (_draft(concept, target, name, losses) for concept in concepts)
    kept = (draft for draft in drafts if draft is not None)
    return Glossary((), language=target, title=head, diacritics=""), finished(kept, name)


@dataclass(frozen=True, slots=True)
class _Word:
    term: str
    language: str
    status: str
    said: Mapping[str, str]  # data category → content


@dataclass(frozen=True, slots=True)
class _Concept:
    ident: str
    line: int
    said: Mapping[str, str]
    words: tuple[_Word, ...]


class _Reader:
    """Concept after concept from the stream; what was read is let go."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self._name = name
        self._title = ""

    def start(self) -> tuple[str, Iterator[_Concept]]:
        """The title, read up to the first concept, and the concepts."""
        concepts = self._concepts()
        first = next(concepts, None)
        return self._title, _chained(first, concepts)

    def _concepts(self) -> Iterator[_Concept]:
        from lxml import etree  # type: ignore[import-untyped]

        events = etree.iterparse(
            io.BytesIO(self._data),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        root = None
        try:
            for event, element in events:
                if root is None:
                    root = element
                    self._refuse_entities(root)
                elif event == "end":
                    local = _local(element)
                    if local == "title" and not self._title:
                        self._title = " ".join("".join(element.itertext()).split())
                    elif local in _CONCEPTS:
                        yield self._concept(element)
                        element.clear()
                        while element.getprevious() is not None:
                            del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            line, column = error.position
            raise GlossaryError(
                f"{self._name}:{line}:{column}: not well-formed XML: {error.msg}"
            ) from None

    def _refuse_entities(self, root: Any) -> None:
        if not sniff(f"<{_local(root)} "):
            raise GlossaryError(
                f"{self._name}:{root.sourceline}: not TBX: root is {_local(root)!r}"
            )
        declared = root.getroottree().docinfo.internalDTD
        if declared is not None and next(declared.iterentities(), None) is not None:
            raise GlossaryError(
                f"{self._name}:1: declares XML entities, which are refused; resolve them first"
            )

    def _concept(self, element: Any) -> _Concept:
        words = [
            self._word(term, language)
            for language in element
            if _local(language) in _LANGUAGES
            for term in language
            if _local(term) in _TERMS
        ]
        said = dict(_said(element))
        for language in element:
            if _local(language) in _LANGUAGES:
                said |= {key: value for key, value in _said(language) if key not in said}
        return _Concept(element.get("id", ""), element.sourceline or 1, said, tuple(words))

    def _word(self, element: Any, language: Any) -> _Word:
        where = f"{self._name}:{element.sourceline}"
        term = next((e for e in element.iter() if _local(e) == "term"), None)
        text = "" if term is None else _text(term, where)
        said = dict(_said(element))
        status = said.pop("administrativeStatus", "").removesuffix("-admn-sts").lower()
        lang = code(language.get(_LANG) or language.get("lang") or "und", where)
        return _Word(form(text, where), lang, _STATUS.get(status, status), said)


def _chained(first: _Concept | None, others: Iterator[_Concept]) -> Iterator[_Concept]:
    if first is not None:
        yield first
        yield from others


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: Any, where: str) -> str:
    if any(not isinstance(child.tag, str) for child in element.iter()):
        raise GlossaryError(f"{where}: holds an entity that nothing declares")
    return " ".join("".join(element.itertext()).split())


def _said(element: Any) -> Iterator[tuple[str, str]]:
    """Data categories and contents right below an element, groups opened; DCA and DCT alike."""
    for child in element:
        local = _local(child)
        if local in _GROUPS:
            yield from _said(child)
        elif local and local not in (*_LANGUAGES, *_TERMS, "term"):
            yield child.get("type") or local, " ".join("".join(child.itertext()).split())


def _draft(concept: _Concept, target: str, name: str, losses: Losses) -> Draft | None:
    """The concept as a term: of the target language's forms the preferred, or else the first."""
    ours = [word for word in concept.words if word.language.partition("-")[0] == target]
    right = [word for word in ours if word.status != "deprecated"]
    right.sort(
        key=lambda word: (
            ("preferred", "").index(word.status) if word.status in ("preferred", "") else 2
        )
    )
    label = _unescaped(concept.ident) or f"{name}:{concept.line}"
    if not right:
        what = "only deprecated terms" if ours else "no term"
        losses.add(f"concepts with {what} in {target!r}", label)
        return None
    draft = Draft(right[0].term, concept.line, _unescaped(concept.ident))
    draft.admitted.update(dict.fromkeys(word.term for word in right[1:]))
    draft.deprecated.update(dict.fromkeys(w.term for w in ours if w.status == "deprecated"))
    for word in concept.words:
        if word.language.partition("-")[0] == target:
            if word.status not in ("preferred", "admitted", "deprecated", ""):
                losses.add(f"administrativeStatus {word.status}", word.term)
        elif word.status == "deprecated":
            losses.add("deprecated native forms", word.term)
        else:
            draft.add_native(word.language, word.term)
    _take(draft, concept.said, losses)
    for word in ours:
        _take(draft, word.said, losses)
    for word in concept.words:
        for category in word.said if word not in ours else ():
            losses.add(category, draft.term)
    return draft


def _take(draft: Draft, said: Mapping[str, str], losses: Losses) -> None:
    for category, content in said.items():
        if not content:
            continue
        if category == "note":
            draft.notes[content] = None
        elif category == "source" and draft.source in ("", content):
            draft.source = content
        elif category == "subjectField" and draft.kind == "other" and kind(content):
            draft.kind = kind(content) or "other"
        elif category == "termType" and content == "acronym":
            draft.kind = "acronym" if draft.kind == "other" else draft.kind
        else:
            losses.add(category, draft.term)


def _unescaped(ident: str) -> str:
    """An id as it was before ``_tbx_write.escaped``."""
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), ident)
