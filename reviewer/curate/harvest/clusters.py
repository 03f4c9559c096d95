"""The spellings of one name together: *Arcruns Ovannisyan*, *Artsrun Hovhannisian*, the surname."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.curate.harvest.names import Sightings
from reviewer.glossary.model import Term
from reviewer.names.compare import score
from reviewer.names.index import NameIndex, build
from reviewer.names.mentions import content

SAME = 0.8  # probability from which two spellings are joined; an editor looks at the result
_TRIED = 60


@dataclass
class Cluster:
    """One name: its most frequent spelling, the others with their counts, all sightings."""

    name: str
    seen: Sightings
    spellings: Counter[str] = field(default_factory=Counter)


def clustered(found: Mapping[str, Sightings]) -> list[Cluster]:
    """The names, most frequent first; a single word joins the one longer name that holds it."""
    ranked = sorted(found, key=lambda name: (-len(content(name)) > -2, -found[name].count, name))
    index = build(Term(name, str(number)) for number, name in enumerate(ranked))
    clusters: dict[int, Cluster] = {}
    for number, name in enumerate(ranked):
        home = _home(number, ranked, index, clusters)
        if home is None:
            clusters[number] = Cluster(name, Sightings())
            home = number
        cluster = clusters[home]
        cluster.seen.join(found[name])
        cluster.spellings[name] += found[name].count
    return sorted(clusters.values(), key=lambda c: (-c.seen.count, c.name))


def _home(
    number: int, ranked: list[str], index: NameIndex, clusters: Mapping[int, Cluster]
) -> int | None:
    """The earlier name that this one spells, if any; a lone word needs to fit just one."""
    name = ranked[number]
    tokens = content(name)
    near: dict[int, None] = {}
    for token in tokens:
        own = index.find(token)
        for other in [own, *sorted(index.near(token))] if own >= 0 else sorted(index.near(token)):
            near.update(dict.fromkeys(index.entries(other, _TRIED)))
    earlier = [entry for entry in near if entry in clusters and entry != number]
    if len(tokens) == 1:
        holding = [entry for entry in earlier if tokens[0] in content(ranked[entry])]
        return holding[0] if len(holding) == 1 else None
    fitting = [(score(ranked[entry], name), entry) for entry in earlier[:_TRIED]]
    best, entry = max(fitting, default=(0.0, -1))
    return entry if best >= SAME and len(content(ranked[entry])) > 1 else None
