"""All checks over all files, entry by entry; problems become findings on the glossary files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType

from reviewer import plugins
from reviewer.checks._context import Code
from reviewer.curate.lint._places import Places
from reviewer.curate.lint._problem import Context, Problem
from reviewer.engine.paths import shown
from reviewer.errors import UsageError
from reviewer.glossary import store
from reviewer.glossary.bulk import no_cycles
from reviewer.glossary.model import Glossary, Rule, Term
from reviewer.model import Finding, fingerprint

PACKAGE = "reviewer.curate.lint"
CHECK = "glossary"
MOST = 200  # findings of one code in one file that are reported one by one
_EVERY = 20_000

Progress = Callable[[int, int], None]


def codes() -> dict[str, Code]:
    """Every code with its meaning."""
    return {
        code: meaning
        for name in plugins.offered(PACKAGE)
        for code, meaning in plugins.load(PACKAGE, name).CODES.items()
    }


def lint(
    paths: Sequence[Path],
    beside: Sequence[Path] = (),
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    note: Callable[[str], None] | None = None,
    progress: Progress | None = None,
) -> list[Finding]:
    """The findings on ``paths``; ``beside`` are files they are compared with and used together.

    Of a code that comes up more than 200 times in a file, the rest is counted in one finding.
    Raises GlossaryError for a file that cannot be read, UsageError for an unknown code.
    """
    known = codes()
    for code in (*select, *ignore):
        if code not in known:
            raise UsageError(plugins.unknown("code", code, tuple(known)))
    wanted = frozenset(select or known) - frozenset(ignore)
    others = [path for path in beside if path.resolve() not in {p.resolve() for p in paths}]
    opened = [store.load([path], proposed=True, note=note) for path in (*paths, *others)]
    with no_cycles():
        return _findings(list(zip(paths, opened, strict=False)), opened, wanted, known, progress)


def _findings(
    looked_at: Sequence[tuple[Path, Glossary]],
    opened: Sequence[Glossary],
    wanted: frozenset[str],
    known: dict[str, Code],
    progress: Progress | None,
) -> list[Finding]:
    """The findings on some of the files that are used together."""
    context = Context(opened)
    modules = [plugins.load(PACKAGE, name) for name in plugins.offered(PACKAGE)]
    modules = [module for module in modules if wanted & module.CODES.keys()]
    total = sum(len(glossary) for _, glossary in looked_at)
    findings: list[Finding] = []
    done = 0
    for path, glossary in looked_at:
        gathered = _Gathered(path, known)
        for entry, problem in _problems(glossary, modules, context):
            if problem is None:
                done += 1
                if progress and not done % _EVERY:
                    progress(done, total)
            elif problem.code in wanted:
                gathered.add(entry, problem)
        findings += gathered.findings()
    return findings


def _problems(
    glossary: Glossary, modules: Sequence[ModuleType], context: Context
) -> Iterator[tuple[Term | Rule, Problem | None]]:
    """Each entry's problems, then None once for the entry itself."""
    of_terms = [module.term for module in modules if hasattr(module, "term")]
    of_rules = [module.rule for module in modules if hasattr(module, "rule")]
    for term in glossary:
        for check in of_terms:
            for problem in check(term, context):
                yield term, problem
        yield term, None
    for rule in glossary.rules:
        for check in of_rules:
            for problem in check(rule, context):
                yield rule, problem
        yield rule, None


class _Gathered:
    """The problems of one file, as many of each code as are worth reading."""

    def __init__(self, path: Path, known: dict[str, Code]) -> None:
        self._path = path
        self._known = known
        self._counts: Counter[str] = Counter()
        self._kept: list[tuple[Term | Rule, Problem]] = []

    def add(self, entry: Term | Rule, problem: Problem) -> None:
        self._counts[problem.code] += 1
        if self._counts[problem.code] <= MOST:
            self._kept.append((entry, problem))

    def findings(self) -> list[Finding]:
        """In the order of the file, each at its line."""
        if not self._kept:
            return []
        places = Places(self._path)
        path = shown(self._path)
        found = [self._finding(path, places, entry, problem) for entry, problem in self._kept]
        for code, count in self._counts.items():
            if count > MOST:
                last = next(f for f in reversed(found) if f.code == code)
                message = f"… and {count - MOST} more of this kind in this file"
                found.append(last._replace(message=message, suggestions=(), explanation=()))
        return sorted(found, key=lambda f: (f.start, f.place.line if f.place else 0, f.code))

    def _finding(self, path: str, places: Places, entry: Term | Rule, problem: Problem) -> Finding:
        line = entry.origin[1] if isinstance(entry, Term) else entry.place[1]
        text = problem.text or (entry.term if isinstance(entry, Term) else entry.id)
        start, end, place = places.of(line, problem.field, text)
        severity = self._known[problem.code].severity
        return Finding(
            path=path,
            start=start,
            end=end,
            text=text,
            check=CHECK,
            code=problem.code,
            severity=severity,
            confidence=1.0,
            message=problem.message,
            suggestions=problem.suggestions,
            explanation=problem.explanation,
            term=entry.id,
            fingerprint=fingerprint(CHECK, f"{problem.code}\0{entry.id}\0{text}"),
            context=entry.id,
            place=place,
        )
