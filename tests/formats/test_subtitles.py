"""Subtitles: sentences over lines and cues; times, numbers, styles and speakers' marks stay."""

import pytest

from reviewer import formats
from reviewer.errors import InputError
from reviewer.fixes import corrected
from reviewer.model import Edit


def srt(*cues, gap=1):
    out, at = [], 0
    for number, cue in enumerate(cues, 1):
        times = f"00:00:{at:02},000 --> 00:00:{at + 1:02},000"
        out.append(f"{number}\n{times}\n{cue}\n")
        at += 1 + gap
    return "\n".join(out)


def parse(text):
    data = text if isinstance(text, bytes) else text.encode()
    (document,) = formats.parse("a.srt", data, format="subtitles")
    return document


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (srt("One.", "Two."), "One.\n\nTwo."),
        (srt("One\nline."), "One line."),
        (srt("He said", "that."), "He said that."),
        (srt("He said", "that.", gap=5), "He said\n\nthat."),
        (srt("He said", "", "that."), "He said that."),
        (srt("- Who?\n- Me."), "- Who?\n\n- Me."),
        (srt("– Who\nis it\n– Me."), "– Who is it\n\n– Me."),
        (srt("<i>One</i> <font color='red'>two</font>{\\an8}."), "One two."),
        (srt("a < b {c} & d &amp; e"), "a < b {c} & d &amp; e"),
        (srt("1984", "2"), "1984 2"),
        (srt("One.") + "\n\n\n", "One."),
        ("00:01.5 --> 00:02.5\nNo number.\n", "No number."),
        ("1\n00:00:01,000 --> 00:00:02,000\n\n\n2\n00:00:03,000 --> 00:00:04,000\nLate.", "Late."),
        ("", ""),
    ],
)
def test_subrip(content, text):
    assert parse(content).text == text
    assert parse(content.replace("\n", "\r\n").encode("utf-8-sig")).text == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("00:01.000 --> 00:02.000 align:start\nOne.\n\nNOTE no\n\n", "One."),
        ("STYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.000\n<v Bob>One <c.x>two</c>.\n", "One two."),
        ("00:01.000 --> 00:02.000\nR&amp;D <00:01.500>a&nbsp;b.\n", "R&D a\u00a0b."),
        ("100:00:01.000 --> 100:00:02.000\nLong.\n", "Long."),
    ],
)
def test_webvtt(body, text):
    assert parse("WEBVTT - title\n\n" + body).text == text


@pytest.mark.parametrize(
    ("content", "old", "new"),
    [
        (srt("Arcruns\nOv said."), ("Arcruns", "Ov"), ("Artsrun", "Hov")),
        (srt("said Arcruns", "Ov."), ("Arcruns", "Ov"), ("Artsrun", "Hov")),
        (srt("<i>Arcruns</i>\n<b>Ov</b>."), ("Arcruns", "Ov"), ("Artsrun", "Hov")),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nArcruns\nOv\n", ("Arcruns", "Ov"), ("Art", "R&amp;D")),
    ],
)
def test_a_divided_name_stays_divided(content, old, new):
    document = parse(content)
    start = document.text.index(" ".join(old))
    replacement = " ".join(new).replace("&amp;", "&")
    edits = [Edit(start, start + len(" ".join(old)), replacement)]
    written = corrected("a.srt", content.encode(), [(document, edits)]).decode()
    assert written == content.replace(old[0], new[0]).replace(old[1], new[1])


def test_no_times_no_subtitles():
    with pytest.raises(InputError, match="no cue has a time"):
        parse("words\n")
