"""The writer of every TBX version and style that is written; a Dialect tells how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reviewer.glossary.exchange._entry import Losses, Options, held_by, lose_rules
from reviewer.glossary.exchange._tbx import HOLDS
from reviewer.glossary.model import Glossary, Term

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_ID = re.compile(r"[^\w.-]|_(?=x[0-9a-fA-F]{4,6}_)")


_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<{root}>
  <{header}>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      <sourceDesc><p>Exported by reviewer</p></sourceDesc>
    </fileDesc>
{encoding}  </{header}>
  <text>
    <body>
"""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one version and style writes a document; contents are {}, the language is {language}."""

    root: str  # the start tag's inside
    header: str = "tbxHeader"
    encoding: str = ""
    concept: str = "conceptEntry"
    language: str = "langSec"
    word: str = "termSec"
    subject: str = '<descrip type="subjectField">{}</descrip>'
    source: str = '<admin type="source">{}</admin>'
    status: str = '<termNote type="administrativeStatus">{}</termNote>'

    def write(
        self, head: Glossary, terms: Iterable[Term], losses: Losses, options: Options
    ) -> Iterator[str]:
        """The document, concept after concept."""
        lose_rules(head.rules, losses)
        if head.diacritics not in ("", "info"):
            losses.add("diacritics of the glossary", head.diacritics)
        target = options.target or head.language or "en"
        yield _HEAD.format(
            root=self.root.format(language=escape(target)),
            header=self.header,
            title=_legal(head.title or "Glossary", "title", losses),
            encoding=self.encoding,
        )
        for term in held_by(terms, HOLDS, losses, options):
            yield _concept(self, term, target, losses)
        yield f"    </body>\n  </text>\n</{self.root.split()[0]}>\n"


def never(head: str, suffix: str) -> int:
    """The sniff of what is written only: ``tbx`` reads every version and style."""
    del head, suffix
    return 0


def _concept(dialect: Dialect, term: Term, target: str, losses: Losses) -> str:
    lines = [f'<{dialect.concept} id="{escaped(term.id)}">']
    if term.kind != "other":
        lines.append("  " + dialect.subject.format(term.kind))
    if term.source:
        lines.append("  " + dialect.source.format(_legal(term.source, term.term, losses)))
    if term.note:
        lines.append(f"  <note>{_legal(term.note, term.term, losses)}</note>")
    words = [(term.term, "preferredTerm")]
    words += [(word, "admittedTerm") for word in term.admitted]
    words += [(word, "deprecatedTerm") for word in term.deprecated]
    lines += _language(dialect, target, words)
    for language, forms in term.native.items():
        lines += _language(dialect, language, [(word, "") for word in forms])
    lines.append(f"</{dialect.concept}>")
    return "".join(f"      {line}\n" for line in lines)


def _language(dialect: Dialect, language: str, words: list[tuple[str, str]]) -> Iterator[str]:
    yield f'  <{dialect.language} xml:lang="{escape(language)}">'
    for word, status in words:
        said = dialect.status.format(f"{status}-admn-sts") if status else ""
        yield f"    <{dialect.word}><term>{escape(word)}</term>{said}</{dialect.word}>"
    yield f"  </{dialect.language}>"


def _legal(text: str, term: str, losses: Losses) -> str:
    """Text that XML can hold, escaped; white space as XML gives it back."""
    if _ILLEGAL.search(text) or text != " ".join(text.split()):
        losses.add("control characters and line ends of notes", term)
    return escape(" ".join(_ILLEGAL.sub("\ufffd", text).split()))


def escaped(ident: str) -> str:
    """An id that XML allows, in a form that reading undoes: ``2020 war`` is
    ``_x0032_020_x0020_war``."""
    out = _NOT_IN_ID.sub(lambda m: f"_x{ord(m[0]):04X}_", ident)
    if not (out[:1].isalpha() or out[:1] == "_"):
        out = f"_x{ord(out[0]):04X}_{out[1:]}" if out else "_"
    return out
