"""Candidates made of what was seen and of what editors wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from reviewer.curate.harvest.candidates import Candidate
from reviewer.curate.harvest.clusters import Cluster, clustered
from reviewer.curate.harvest.corrections import corrected
from reviewer.curate.harvest.names import native_forms, unknown
from reviewer.glossary.model import Glossary
from reviewer.model import Decision, Document
from reviewer.names.choice import Match
from reviewer.names.matcher import Matcher
from reviewer.names.mentions import content
from reviewer.names.words import is_person_name

OFTEN = 3  # times a name must have been seen


def proposed(
    documents: Iterable[Document],
    decisions: Iterable[Decision],
    glossary: Glossary,
    *,
    often: int = OFTEN,
) -> Iterator[Candidate]:
    """What editors wrote first, whatever its count; then what was seen ``often``."""
    matcher = Matcher(glossary)
    written = {
        name: stood
        for name, stood in corrected(decisions).items()
        if not any(_is_all_of(match, name) for match in matcher.find(name))
    }
    clusters = clustered(unknown(documents, matcher))
    by_name = {cluster.name: cluster for cluster in clusters}
    for name, stood in written.items():
        yield _from_editor(name, stood, by_name.get(name))
    for cluster in clusters:
        if cluster.seen.count >= often and cluster.name not in written:
            yield Candidate(_values(cluster.name, cluster), tuple(_told(cluster)))


def _is_all_of(match: Match, name: str) -> bool:
    """Is the whole name in the glossary? A given name alone may be anybody's."""
    return match.kind == "exact" and (match.start, match.end) == (0, len(name))


def _from_editor(name: str, stood: Mapping[str, int], cluster: Cluster | None) -> Candidate:
    instead = ", ".join(f"{text} ×{count}" for text, count in Counter(stood).most_common(5))
    told = (f"written by an editor in place of {instead}",)
    return Candidate(_values(name, cluster), (*told, *(_told(cluster) if cluster else ())))


def _values(name: str, cluster: Cluster | None) -> dict[str, object]:
    tokens = content(name)
    person = len(tokens) > 1 and any(is_person_name(token) for token in tokens)
    values: dict[str, object] = {"term": name, "kind": "person" if person else "other"}
    if cluster and (native := native_forms(cluster.seen)):
        values["native"] = native
    return values


def _told(cluster: Cluster) -> Iterator[str]:
    seen = cluster.seen
    articles = "1 article" if len(seen.articles) == 1 else f"{len(seen.articles)} articles"
    yield f"seen {seen.count} times in {articles}: {', '.join(seen.places)}"
    others = [
        f"{name} ×{count}"
        for name, count in cluster.spellings.most_common()
        if name != cluster.name
    ]
    if others:
        yield "also spelled " + ", ".join(others[:8])
