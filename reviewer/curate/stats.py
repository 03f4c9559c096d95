"""What a glossary holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.glossary.model import Glossary


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of entries; those of ``kinds``, ``statuses``, ``languages`` and ``sources`` are terms.

    ``languages`` counts terms with a native form in each; ``sources`` counts by what stands before
    the colon (``wikidata``), the empty key those without one.
    """

    terms: int
    rules: int
    forms: Mapping[str, int]
    kinds: Mapping[str, int]
    statuses: Mapping[str, int]
    languages: Mapping[str, int]
    sources: Mapping[str, int]
    codes: Mapping[str, int]
    severities: Mapping[str, int]


def count(glossary: Glossary) -> Stats:
    """Count in one pass."""
    kinds: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for term in glossary:
        kinds[term.kind] += 1
        statuses[term.status] += 1
        languages.update(term.native.keys())
        sources[term.source.partition(":")[0]] += 1
        forms["preferred"] += 1
        forms["admitted"] += len(term.admitted)
        forms["deprecated"] += len(term.deprecated)
        forms["native"] += sum(map(len, term.native.values()))
    return Stats(
        terms=len(glossary),
        rules=len(glossary.rules),
        forms=dict(forms),
        kinds=_ranked(kinds),
        statuses=_ranked(statuses),
        languages=_ranked(languages),
        sources=_ranked(sources),
        codes=_ranked(Counter(rule.code for rule in glossary.rules)),
        severities=_ranked(Counter(rule.severity for rule in glossary.rules)),
    )


def _ranked(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
