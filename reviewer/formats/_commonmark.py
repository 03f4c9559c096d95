"""Where the text of CommonMark lies, told by markdown-it's own rules as they run.

markdown-it gives blocks by lines and inline tokens without places. Its inline rules are wrapped
here to note which characters they take for markup; what nobody takes is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it import rules_inline as rules
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

MAX_DEPTH = 100  # quotes, lists, brackets inside each other

Kind = Literal["markup", "break", "line break", "escape", "code", "image"]


class Mark(NamedTuple):
    """A run of an inline's content that is not text as it stands; ``text`` is what it reads as."""

    start: int
    end: int
    kind: Kind
    text: str = ""


class NestingError(ValueError):
    """More than MAX_DEPTH quotes and lists lie inside each other; ``line`` counts from 0."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


_Note = Callable[[StateInline, int, list[Token]], Mark]  # of a rule: where it began, what it made


class Block(NamedTuple):
    """A paragraph, heading or cell: its content, its lines in the file, and what led to it."""

    content: str
    first: int  # line, from 0
    last: int  # exclusive
    heading: bool
    cell: bool


@dataclass
class _Record:
    """What the rules have told of one inline content."""

    marks: list[Mark] = field(default_factory=list)
    delimiters: list[tuple[int, Token]] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    base: int = 0  # where an image's description begins, whose rules count from its start


class _Inline(ParserInline):
    def tokenize(self, state: StateInline) -> None:
        record: _Record = state.env["record"]
        record.labels.append((record.base + state.pos, record.base + state.posMax))
        super().tokenize(state)


class _Reader(MarkdownIt):
    """Takes every link for a link, whatever it leads to, and leaves addresses alone."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


def reader() -> MarkdownIt:
    """A reader of CommonMark with tables and strikethrough."""
    markdown = _Reader("commonmark", {"maxNesting": MAX_DEPTH}).enable("table")
    markdown.inline = _Inline()
    markdown.inline.ruler2.disable("fragments_join")  # it would join what must be told apart
    wrapped: dict[str, RuleFuncInlineType] = {
        "newline": _noting(rules.newline, _newline),
        "escape": _noting(rules.escape, _escape),
        "backticks": _noting(rules.backtick, _code),
        "strikethrough": _delimiters(rules.strikethrough.tokenize),
        "emphasis": _delimiters(rules.emphasis.tokenize),
        "link": _labelled(rules.link, 1),
        "image": _labelled(rules.image, 2),
        "autolink": _noting(rules.autolink, _code),
        "html_inline": _noting(rules.html_inline, _html),
        "entity": _noting(rules.entity, _escape),
    }
    for name, rule in wrapped.items():
        markdown.inline.ruler.at(name, rule)
    return markdown


def blocks(markdown: MarkdownIt, text: str, env: dict[str, Any]) -> Iterator[Block]:
    r"""The blocks that hold text; ``text`` has ``\n`` line ends. ``env`` takes what links need.

    Raises NestingError: what lies deeper markdown-it leaves out.
    """
    tokens: list[Token] = []
    markdown.block.parse(text, markdown, env, tokens)
    deep = next((token for token in tokens if token.level >= MAX_DEPTH - 1), None)
    if deep:
        raise NestingError(deep.map[0] if deep.map else 0)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline" and token.map and before:
            heading = before.type == "heading_open" and before.markup.startswith("#")
            cell = before.type in ("th_open", "td_open")
            yield Block(token.content, token.map[0], token.map[1], heading, cell)


def marks(markdown: MarkdownIt, content: str, env: dict[str, Any]) -> list[Mark]:
    """The marks of an inline content in order; inside an image its description is text."""
    record = _Record()
    markdown.inline.parse(content, markdown, {**env, "record": record}, [])
    for at, token in record.delimiters:
        if token.type != "text" or not token.content:
            record.marks.append(Mark(at, at + 1, "markup"))
    return sorted(record.marks)


def _noting(rule: RuleFuncInlineType, note: _Note) -> RuleFuncInlineType:
    """The rule, with a mark made of what it took."""

    def noted(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            record: _Record = state.env["record"]
            mark = note(state, start, state.tokens[before:])
            record.marks.append(
                mark._replace(start=record.base + start, end=record.base + state.pos)
            )
        return True

    return noted


def _newline(state: StateInline, start: int, tokens: list[Token]) -> Mark:  # noqa: ARG001
    hard = any(token.type == "hardbreak" for token in tokens)
    return Mark(0, 0, "line break" if hard else "break")


def _escape(state: StateInline, start: int, tokens: list[Token]) -> Mark:
    if any(token.type == "hardbreak" for token in tokens):
        return Mark(0, 0, "line break")
    special = next((token for token in tokens if token.type == "text_special"), None)
    return Mark(0, 0, "escape", special.content if special else state.src[start : state.pos])


def _code(state: StateInline, start: int, tokens: list[Token]) -> Mark:
    if not any(token.type in ("code_inline", "link_open") for token in tokens):
        return Mark(0, 0, "escape", state.src[start : state.pos])  # backticks that do not close
    return Mark(0, 0, "code")


def _html(state: StateInline, start: int, tokens: list[Token]) -> Mark:  # noqa: ARG001
    is_break = re.match(r"<br\s*/?>", state.src[start : state.pos], re.IGNORECASE)
    return Mark(0, 0, "line break" if is_break else "markup")


def _delimiters(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """The rule, with its tokens kept: only later it is known which of them are markup."""

    def noted(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        record: _Record = state.env["record"]
        at = record.base + state.pos
        for token in reversed(state.tokens[before:]):
            for _ in token.content:
                at -= 1
                if at >= record.base + start:
                    record.delimiters.append((at, token))
        return True

    return noted


def _labelled(rule: RuleFuncInlineType, opening: int) -> RuleFuncInlineType:
    """The rule for a link or image: its label is text, what stands around it is markup."""

    def noted(state: StateInline, silent: bool) -> bool:
        record: _Record = state.env["record"]
        start, base, known = state.pos, record.base, len(record.labels)
        if opening == 2:
            record.base += start + opening
        try:
            found = rule(state, silent)
        finally:
            record.base = base
        if found and not silent:
            low, high = record.labels[known]
            kind: Kind = "image" if opening == 2 else "markup"
            record.marks.append(Mark(base + start, low, kind, "["))
            record.marks.append(Mark(high, base + state.pos, kind))
        return found

    return noted
