"""The selected checks over one glossary: a document in, its findings out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from reviewer import config, plugins
from reviewer.checks._context import Code, Context, Shared
from reviewer.checks._style import HouseStyle
from reviewer.config import Settings
from reviewer.engine.paths import matches
from reviewer.errors import ConfigError, UsageError
from reviewer.glossary.model import Glossary
from reviewer.model import SEVERITIES, Document, Finding, Place, Severity
from reviewer.text import LineIndex

CHECKS = "reviewer.checks"


class Checked(NamedTuple):
    """One document's findings and what its checks noted for the whole batch."""

    path: str
    record: str | None
    findings: tuple[Finding, ...]
    facts: Mapping[str, tuple[Finding, ...]]
    problems: tuple[str, ...] = ()  # what went wrong without ending the run


def codes() -> dict[str, dict[str, Code]]:
    """Every check with its codes."""
    return {name: plugins.load(CHECKS, name).CODES for name in plugins.offered(CHECKS)}


def validate(settings: Settings) -> None:
    """Raise ConfigError for a check, code or option that no check knows."""
    known = plugins.offered(CHECKS)
    for name, table in settings.checks.items():
        where = f"{settings.origin.get(name, 'configuration')}: "
        if name not in known:
            raise ConfigError(where + plugins.unknown("key", name, (*config.KEYS, *known)))
        options: Mapping[str, Any] = plugins.load(CHECKS, name).OPTIONS
        for option, value in table.items():
            if option not in options:
                message = plugins.unknown("option", option, tuple(options))
                raise ConfigError(f"{where}{name}: {message}")
            if not _fits(value, options[option]):
                like = f"expected a value like {options[option]!r}, not {value!r}"
                raise ConfigError(f"{where}{name}: {option}: {like}")
    selectors = [(name, "severity") for name in settings.severity]
    selectors += [(name, "select") for name in settings.select]
    selectors += [(name, "ignore") for name in settings.ignore]
    for table in settings.per_path.values():
        selectors += [(name, "per-path") for names in table.values() for name in names]
    unknown = [(name, key) for name, key in selectors if name not in known]
    if unknown:  # else no check need be loaded for its codes
        names = known + tuple(code for offered in codes().values() for code in offered)
        for name, key in unknown:
            if name not in names:
                raise UsageError(f"{key}: " + plugins.unknown("check or code", name, names))


def _fits(value: object, default: object) -> bool:
    """Is a value of the kind of the default? A whole number is a number too, a truth value none."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, int | float)
    if isinstance(default, tuple | set | frozenset):
        return isinstance(value, list)
    return default is None or isinstance(value, type(default))


class Checker:
    """Checks documents by the settings."""

    def __init__(self, settings: Settings, glossary: Glossary) -> None:
        self._settings = settings
        self._problems: list[str] = []
        self._selections: dict[str, tuple[set[str], set[str], Mapping[str, Any]]] = {}
        style = HouseStyle(settings.house_style)
        self._shared = Shared(glossary, style=style, problem=self._problems.append)

    @cached_property
    def _checks(self) -> dict[str, tuple[ModuleType, Context]]:
        loaded = {}
        for name in plugins.offered(CHECKS):
            if not self._may_run(name):
                continue
            module = plugins.load(CHECKS, name)
            options: dict[str, Any] = {**module.OPTIONS, **self._settings.checks.get(name, {})}
            loaded[name] = (module, Context(self._shared, options))
        return loaded

    def _may_run(self, name: str) -> bool:
        """Can a finding of this check survive the selection? Asked before the check is imported."""
        if name in self._settings.ignore:
            return False
        wanted = (*self._settings.select, *_per_path_names(self._settings, "select"))
        if not self._settings.select or name in wanted:
            return True
        codes = set(wanted).difference(plugins.offered(CHECKS))
        return bool(codes) and not codes.isdisjoint(plugins.load(CHECKS, name).CODES)

    def prepare(self) -> None:
        """Load what every document needs, so that processes forked from here share it."""
        self.check(Document.plain("Warm up: Nobody met Anybody there.", "<nothing>"))

    def check(self, document: Document) -> Checked:
        """Every finding of the selected checks, placed, merged and sorted; facts for ``judge``."""
        findings: list[Finding] = []
        facts: dict[str, tuple[Finding, ...]] = {}
        for name, (module, context) in self._checks.items():
            findings.extend(module.run(document, context))
            if hasattr(module, "facts") and (noted := tuple(module.facts(document, context))):
                facts[name] = noted
        found = tuple(merge(self._selected(document.path, findings)))
        if found or facts:
            lines = LineIndex(document.raw)
            found = tuple(placed(finding, document, lines) for finding in found)
            facts = {n: tuple(placed(f, document, lines) for f in facts[n]) for n in facts}
        problems = tuple(self._problems)
        self._problems.clear()
        return Checked(document.path, document.record, found, facts, problems)

    def judge(self, facts: Mapping[str, Iterable[Finding]]) -> list[Finding]:
        """Findings of the checks that look across articles; those without a fact have none."""
        found: list[Finding] = []
        for name in sorted(facts):
            module, context = self._checks[name]
            for finding in module.judge(tuple(facts[name]), context):
                found.extend(self._selected(finding.path, [finding]))
        return found

    def selected(self, path: str, check: str, code: str, severity: Severity) -> Severity | None:
        """The severity that the settings give a finding of this code; None where they want none."""
        select, ignore, remapped = self._selection(path)
        names = {check, code}
        if (select and not names & select) or names & ignore:
            return None
        wanted = remapped.get(code, remapped.get(check, severity))
        return wanted if wanted in SEVERITIES else None  # else it is off

    def _selected(self, path: str, findings: Iterable[Finding]) -> list[Finding]:
        kept = []
        for finding in findings:
            severity = self.selected(path, finding.check, finding.code, finding.severity)
            if severity:
                finding = self._shared.style.restyled(finding)
                same = severity == finding.severity
                kept.append(finding if same else finding._replace(severity=severity))
        return kept

    def _selection(self, path: str) -> tuple[set[str], set[str], Mapping[str, Any]]:
        """What is selected, ignored and remapped for the articles of this path."""
        if path not in self._selections:
            settings = self._settings
            select, ignore, severity = set(settings.select), set(settings.ignore), settings.severity
            for pattern, table in settings.per_path.items():
                if matches(Path(path), [pattern], settings.root):
                    select |= set(table.get("select", ()))
                    ignore |= set(table.get("ignore", ()))
                    severity = {**severity, **table.get("severity", {})}
            self._selections = {path: (select, ignore, severity)}  # articles come file by file
        return self._selections[path]


def _per_path_names(settings: Settings, key: str) -> tuple[str, ...]:
    return tuple(name for table in settings.per_path.values() for name in table.get(key, ()))


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """Where several checks hit one span the most confident finding stays and names the others.

    Two spans are one where they share more than half of the longer. Sorted by place.
    """
    surest = sorted(findings, key=lambda f: (-f.confidence, f.start, f.end, f.check, f.code))
    alike = _alike(surest)
    absorbed: dict[int, list[str]] = {}  # by the one that stays: what the others say
    for rank, finding in enumerate(surest):
        hosts = [other for other in alike.get(rank, ()) if other < rank and other in absorbed]
        if hosts:
            absorbed[min(hosts)].append(f"{finding.check}: {finding.message}")
        else:
            absorbed[rank] = []
    kept = [
        surest[rank]._replace(explanation=(*surest[rank].explanation, "also " + "; ".join(lines)))
        if lines
        else surest[rank]
        for rank, lines in absorbed.items()
    ]
    return sorted(kept, key=lambda f: (f.start, f.end, f.check, f.code))


def _alike(findings: Sequence[Finding]) -> dict[int, list[int]]:
    """For each finding, by its number, those of other checks on the same span."""
    alike: dict[int, list[int]] = {}
    open_: list[int] = []  # those that reach beyond the place we are at
    for number in sorted(range(len(findings)), key=lambda n: findings[n].start):
        one = findings[number]
        open_ = [other for other in open_ if findings[other].end > one.start]
        for other in open_:
            if findings[other].check != one.check and _same_span(one, findings[other]):
                alike.setdefault(number, []).append(other)
                alike.setdefault(other, []).append(number)
        open_.append(number)
    return alike


def _same_span(one: Finding, other: Finding) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > max(one.end - one.start, other.end - other.start)


def placed(finding: Finding, document: Document, lines: LineIndex) -> Finding:
    """The finding with its lines and columns in the file."""
    ranges = document.raw_ranges(finding.start, finding.end)
    low, high = ranges[0][0], ranges[-1][1]
    line, column = lines.line_column(low)
    end_line, end_column = lines.line_column(high)
    byte = lines.byte_column(low)
    if line == end_line and document.raw[low:high].isascii():
        end_byte = byte + high - low
    else:
        end_byte = lines.byte_column(high)
    first, rest = document.raw_line - 1, document.raw_column - 1
    place = Place(
        line + first,
        column + (rest if line == 1 else 0),
        end_line + first,
        end_column + (rest if end_line == 1 else 0),
        byte + (rest if line == 1 else 0),
        end_byte + (rest if end_line == 1 else 0),
    )
    return finding.at(place)
