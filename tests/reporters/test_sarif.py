"""SARIF 2.1.0: valid by its schema, taken by GitHub's limits, each region what it says."""

import gzip
import hashlib
import json
from importlib.metadata import distribution
from urllib.parse import unquote

import jsonschema
import pytest

from reviewer.reporters import sarif
from reviewer.reporters.sarif import render
from tests.reporters.findings import FILES, FINDINGS, REPORT, many

LOG = json.loads(render(FINDINGS, REPORT))
(RUN,) = LOG["runs"]
PAIRS = list(zip(FINDINGS, RUN["results"], strict=True))


@pytest.fixture(scope="module")
def schema():
    """The OASIS schema as `linceo` ships it; only the file is read, none of its code is run."""
    path = distribution("linceo").locate_file("linceo/data/sarif-schema-2.1.0.json")
    data = path.read_bytes()
    published = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
    assert hashlib.sha256(data).hexdigest() == published, "not the schema that OASIS published"
    return json.loads(data)


@pytest.mark.parametrize("findings", [FINDINGS, [], many(3)], ids=["all", "none", "alike"])
def test_schema(schema, findings):
    validator = jsonschema.Draft4Validator(
        schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
    )
    assert list(validator.iter_errors(json.loads(render(findings, REPORT)))) == []


def test_schema_of_a_shortened_log(schema, monkeypatch):
    monkeypatch.setattr(sarif, "MAX_RESULTS", 2)
    jsonschema.Draft4Validator(schema).validate(json.loads(render(FINDINGS, REPORT)))


def test_driver_and_rules():
    driver = RUN["tool"]["driver"]
    assert {"name", "version", "informationUri", "rules"} == set(driver)
    ids = [rule["id"] for rule in driver["rules"]]
    assert ids == sorted({f"{f.check}/{f.code}" for f in FINDINGS})
    for rule in driver["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"]
    garbled = driver["rules"][ids.index("names/garbled-name")]
    assert garbled["shortDescription"]["text"] == "a garbled name"
    assert garbled["help"]["text"] == "A name that went wrong."
    wrong = driver["rules"][ids.index("phrases/wrong-word")]
    assert wrong["defaultConfiguration"]["level"] == "error"  # of the code, not of the finding
    unknown = driver["rules"][ids.index("hygiene/invisible-character")]
    assert unknown["shortDescription"]["text"] == "invisible character"


def test_results_name_their_rule():
    rules = RUN["tool"]["driver"]["rules"]
    levels = {"error": "error", "warning": "warning", "info": "note"}
    for finding, result in PAIRS:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == levels[finding.severity]


def test_regions_cut_out_the_finding_in_code_points():
    assert RUN["columnKind"] == "unicodeCodePoints"
    for finding, result in PAIRS:
        region = result["locations"][0]["physicalLocation"]["region"]
        if finding.path in FILES and not finding.path.endswith("html"):
            lines = FILES[finding.path].split("\n")
            starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
            start = starts[region["startLine"] - 1] + region["startColumn"] - 1
            end = starts[region["endLine"] - 1] + region["endColumn"] - 1
            assert FILES[finding.path][start:end] == finding.text


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("a b/ü%:x.txt", {"uri": "a%20b/%C3%BC%25%3Ax.txt", "uriBaseId": "%SRCROOT%"}),
        ("/srv/a b.txt", {"uri": "file:///srv/a%20b.txt"}),
        ("C:/news/ü.txt", {"uri": "file:///C:/news/%C3%BC.txt"}),
        ("<stdin>", {"uri": "%3Cstdin%3E", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_artifacts(path, artifact):
    log = json.loads(render([FINDINGS[2]._replace(path=path)], REPORT))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == artifact
    assert unquote(artifact["uri"]).removeprefix("file://").endswith(path)


def test_paths_are_the_repository_s():
    report = REPORT._replace(folder="/ci/repo/news", checkout="/ci/repo/")
    text = render(FINDINGS[2:3], report)
    assert '"uri": "news/articles/plain.txt"' in text


def test_record_is_a_logical_location():
    location = RUN["results"][9]["locations"][0]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "a-1"}]


def test_fingerprints_tell_equals_apart_within_a_file():
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for _, result in PAIRS]
    first, second = prints[2], prints[4]
    assert (first, second) == (
        f"{FINDINGS[2].fingerprint}:1",
        f"{FINDINGS[2].fingerprint}:2",
    )
    assert len({(f.path, p) for (f, _), p in zip(PAIRS, prints, strict=True)}) == len(FINDINGS)


def test_fixes():
    (fix, *others) = RUN["results"][2]["fixes"]
    assert len(others) == 2
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    location = RUN["results"][2]["locations"][0]["physicalLocation"]
    assert replacement["deletedRegion"] == location["region"]
    assert change["artifactLocation"] == location["artifactLocation"]
    assert replacement["insertedContent"] == {"text": "Artsrun Hovhannisyan"}
    (deleting,) = RUN["results"][5]["fixes"]
    assert deleting["description"]["text"] == "Delete"
    assert "fixes" not in RUN["results"][1]  # markup inside the span


def test_no_link_from_an_article():
    assert "](https" not in json.dumps([r["message"] for r in RUN["results"]])


def test_at_most_25000_results_errors_first(monkeypatch):
    assert sarif.MAX_RESULTS == 25_000
    monkeypatch.setattr(sarif, "MAX_RESULTS", 8)
    (run,) = json.loads(render(FINDINGS, REPORT))["runs"]
    kept = [result["level"] for result in run["results"]]
    assert (kept.count("error"), kept.count("warning")) == (6, 2)
    assert run["results"][0]["level"] == "warning"  # the order stays that of the files
    (invocation,) = run["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("5 of 13 findings are left out")
    assert "invocations" not in RUN


def test_at_most_10_mb_gzipped(monkeypatch):
    assert sarif.MAX_BYTES == 10_000_000
    whole = len(gzip.compress(render(many(2000), REPORT).encode()))
    monkeypatch.setattr(sarif, "MAX_BYTES", whole // 2)
    text = render(many(2000), REPORT)
    assert len(gzip.compress(text.encode(), 6)) <= whole // 2 + 20  # gzip's own header
    (run,) = json.loads(text)["runs"]
    assert 500 < len(run["results"]) < 1000
    assert run["invocations"]
