"""How well names are told apart and found, beside peers, on any folder of labelled data.

    python -m tests.benchmarks.accuracy FOLDER

FOLDER may hold, each by a name that begins so:
``pairs_eval*.tsv.gz``  kind, lang, label (1 same name, 0 another), canonical, variant
``mt_names*.jsonl``     one labelled span of a translated sentence a line: mt, mt_start, mt_end,
                        ref_name, label (garble, accepted_variant, not_same), borderline
``clean*.jsonl.gz``     human English (reference), in which every finding is a false alarm
``articles*/``          mt/*.txt, clean/*.txt, glossary.csv, annotations.jsonl, ok_variants.jsonl

A garble counts as corrected when a finding above ``info`` overlaps it and its first suggestion, put in
its place, brings back at least half of the words of the right name that the text had lost.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from reviewer.config import Settings
from reviewer.engine.project import Project
from reviewer.model import Document
from reviewer.text import fold, words

Found = list[tuple[int, int, str]]  # start, end, first suggestion
Finder = Callable[[str], Found]
CLEAN_SENTENCES = 4000


def project_finder(terms: Iterable[str]) -> Finder:
    """The program's own check of names, with these terms as its only glossary."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["term"], *([term] for term in terms)])
        settings = Settings(Path(folder), (), (path,), select=("names",), decisions=False)
        project = Project(settings)
        len(project.glossary)

    def find(text: str) -> Found:
        found = project.check(Document.plain(text)).findings
        kept = [f for f in found if f.severity != "info"]
        return [(f.start, f.end, f.suggestions[0] if f.suggestions else "") for f in kept]

    return find


def rapidfuzz_finder(terms: Iterable[str], cutoff: float) -> Finder:
    """The peer: windows of capitalised words, the best ratio to a name or to one of its words."""
    from rapidfuzz import fuzz, process

    terms = list(terms)
    choices: dict[str, str] = {}
    for term in terms:
        choices.update({fold(w.group()): term for w in words(term) if len(w.group()) > 3})
    choices |= {fold(term): term for term in terms}
    keys = list(choices)
    known = {" ".join(p) for t in terms for p in _runs(fold(t).split())} | set(keys)
    cache: dict[str, tuple[float, str]] = {}

    def judge(window: str) -> tuple[float, str]:
        folded = fold(window).removesuffix("'s").strip(".,")
        if folded not in cache:
            best = process.extractOne(folded, keys, scorer=fuzz.ratio)
            cache[folded] = (
                (0.0, "") if folded in known or not best else (best[1], choices[best[0]])
            )
        return cache[folded]

    def find(text: str) -> Found:
        scored = []
        for start, end in _windows(text):
            score, term = judge(text[start:end])
            if score >= cutoff:
                scored.append((score, start, end, term))
        kept: Found = []
        for _, start, end, term in sorted(scored, key=lambda s: (-s[0], s[1] - s[2])):
            if all(end <= a or b <= start for a, b, _ in kept):
                kept.append((start, end, term))
        return kept

    return find


def _runs(parts: list[str]) -> list[list[str]]:
    return [parts[i:j] for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)]


def _windows(text: str) -> Iterable[tuple[int, int]]:
    run: list[tuple[int, int]] = []
    for match in [*words(text), None]:
        joined = match and run and text[run[-1][1] : match.start()] in (" ", "-")
        if match and match.group()[0].isupper() and (not run or joined):
            run.append(match.span())
            continue
        for part in _runs(run):
            if len(part) <= 5:
                yield part[0][0], part[-1][1]
        run = [match.span()] if match and match.group()[0].isupper() else []


def _bag(text: str) -> set[str]:
    parts = (p.strip(".,;:").removesuffix("'s").removesuffix("'") for p in fold(text).split())
    return {piece for part in parts for piece in part.split("-") if piece}


def corrects(text: str, start: int, end: int, right: str, finding: tuple[int, int, str]) -> bool:
    """Does this finding, applied, bring the right name back to the labelled span?"""
    low, high, suggestion = finding
    if not (low < end and start < high) or not suggestion or high - low > 2 * (end - start) + 10:
        return False
    left, stop = min(low, start), max(high, end)
    lost = _bag(right) - _bag(text[left:stop])
    after = _bag(text[left:low] + suggestion + text[high:stop])
    return 2 * len(lost & after) >= len(lost) if lost else bool(_bag(right) & _bag(suggestion))


def pairs(path: Path) -> None:
    """AUC, best F1 and recall at precision .95, persons and places."""
    from rapidfuzz import fuzz

    from reviewer.names.compare import score_pairs

    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    both = [(row["canonical"], row["variant"]) for row in rows]
    scored = {
        "reviewer": score_pairs(both),
        "rapidfuzz token_sort": [fuzz.token_sort_ratio(fold(a), fold(b)) for a, b in both],
    }
    print(f"\n{path.name}: {len(rows)} pairs")
    for name, scores in scored.items():
        for kind in sorted({row["kind"] for row in rows}):
            part = [
                (s, int(r["label"])) for s, r in zip(scores, rows, strict=True) if r["kind"] == kind
            ]
            auc, f1, recall = curve(part)
            print(f"  {name:22} {kind:7} AUC {auc:.3f}  best F1 {f1:.3f}  R@P.95 {recall:.3f}")


def curve(scored: list[tuple[float, int]]) -> tuple[float, float, float]:
    """AUC (ties count half), best F1 and the best recall at precision .95 or more."""
    positives = sum(label for _, label in scored)
    negatives = len(scored) - positives
    below = auc = 0.0
    by_score: dict[float, list[int]] = {}
    for score, label in scored:
        by_score.setdefault(score, []).append(label)
    for score in sorted(by_score):
        right, wrong = sum(by_score[score]), len(by_score[score]) - sum(by_score[score])
        auc += right * (below + wrong / 2)
        below += wrong
    best = recall = 0.0
    hits = taken = 0
    for score in sorted(by_score, reverse=True):
        hits, taken = hits + sum(by_score[score]), taken + len(by_score[score])
        precision, share = hits / taken, hits / positives
        best = max(best, 2 * precision * share / (precision + share) if hits else 0)
        recall = max(recall, share) if precision >= 0.95 else recall
    return auc / (positives * negatives), best, recall


def sentences(path: Path, clean: Path) -> None:
    """Clear garbles rightly corrected, and what that costs on clean text."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows = [row for row in rows if not row["borderline"]]
    terms = sorted({row["ref_name"] for row in rows})
    with gzip.open(clean, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["reference"] for line in file][:CLEAN_SENTENCES]
    count = sum(len(text.split()) for text in texts)
    print(f"\n{path.name}: corrected · accepted variants flagged · not the same flagged · alarms")
    for name, finder in _finders(terms).items():
        tally = {"garble": [0, 0], "accepted_variant": [0, 0], "not_same": [0, 0]}
        for row in rows:
            start, end = row["mt_start"], row["mt_end"]
            found = [f for f in finder(row["mt"]) if f[0] < end and start < f[1]]
            near = [f for f in found if f[1] - f[0] <= 2 * (end - start) + 10]
            if row["label"] == "garble":
                near = [f for f in found if corrects(row["mt"], start, end, row["ref_name"], f)]
            tally[row["label"]][0] += bool(near)
            tally[row["label"]][1] += 1
        alarms = sum(len(finder(text)) for text in texts)
        shares = "  ".join(f"{hit}/{total}" for hit, total in tally.values())
        print(f"  {name:22} {shares}  {1000 * alarms / count:.2f} per 1,000 words")


def articles(folder: Path) -> None:
    """Names rightly corrected in whole articles, and false alarms in them."""
    texts = {f"{p.parent.name}/{p.name}": p.read_text("utf-8") for p in folder.glob("*/*.txt")}
    marks, accepted = (
        [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]
        for name in ("annotations.jsonl", "ok_variants.jsonl")
    )
    with (folder / "glossary.csv").open(encoding="utf-8", newline="") as file:
        terms = [row["term"] for row in csv.DictReader(file)]
    sure = [
        mark
        for mark in marks
        if mark["kind"] in ("garbled-name", "wrong-name") and mark["certainty"] == "sure"
    ]
    count = sum(len(text.split()) for text in texts.values())
    print(f"\n{folder.name}: names corrected · acceptable mentions flagged · alarms")
    for name, finder in _finders(terms).items():
        found = {path: finder(text) for path, text in texts.items()}
        right = sum(
            any(
                corrects(texts[m["file"]], m["start"], m["end"], m["correct"], f)
                for f in found[m["file"]]
            )
            for m in sure
        )
        flagged = sum(any(_meets(f, m) for f in found[m["file"]]) for m in accepted)
        alarms = sum(
            not any(m["file"] == path and _meets(f, m) for m in marks)
            for path, findings in found.items()
            for f in findings
        )
        rate = f"{1000 * alarms / count:.2f} per 1,000 words"
        print(f"  {name:22} {right}/{len(sure)}  {flagged}/{len(accepted)}  {rate}")


def _meets(finding: tuple[int, int, str], mark: dict[str, int]) -> bool:
    return finding[0] < mark["end"] and mark["start"] < finding[1]


def _finders(terms: list[str]) -> dict[str, Finder]:
    return {
        "reviewer": project_finder(terms),
        "rapidfuzz windows 85": rapidfuzz_finder(terms, 85),
        "rapidfuzz windows 90": rapidfuzz_finder(terms, 90),
    }


def main(folder: Path) -> None:
    """Print a table for each kind of data the folder holds."""
    for path in sorted(folder.glob("pairs_eval*.tsv.gz")):
        pairs(path)
    clean = sorted(folder.glob("clean*.jsonl.gz"))
    for path in sorted(folder.glob("mt_names*.jsonl")) if clean else []:
        sentences(path, clean[0])
    for path in sorted(folder.glob("articles*")):
        if path.is_dir():
            articles(path)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
