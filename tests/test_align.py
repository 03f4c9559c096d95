import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.align import SURE, aligned, find_sidecar, with_source
from reviewer.align.pairs import align
from reviewer.model import Document, Segment

SOURCE = (
    "Парламент собрался в среду. Заседание длилось три часа.\n\n"
    "Министр доложил о 25 проектах, из которых 14 уже завершены.\n\n"
    "Оппозиция покинула зал."
)
TARGET = (
    "Parliament met on Wednesday. The session lasted three hours.\n\n"
    "The minister reported on 25 projects, 14 of which are already complete.\n\n"
    "The opposition left the hall."
)


def pairs(text, source, lang="ru"):
    return [(text[s.start : s.end], s.source) for s in align(text, source, lang)]


def test_paragraphs_pair_one_by_one():
    found = pairs(TARGET, SOURCE)
    assert found == list(zip(TARGET.split("\n\n"), SOURCE.split("\n\n"), strict=True))
    assert all(segment.confidence >= SURE for segment in align(TARGET, SOURCE, "ru"))
    assert {segment.source_lang for segment in align(TARGET, SOURCE, "ru")} == {"ru"}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_and_blank_lines_do_not_matter(newline):
    text = TARGET.replace("\n\n", newline)
    found = pairs(text, SOURCE)
    assert found == list(zip(TARGET.split("\n\n"), SOURCE.split("\n\n"), strict=True))


def test_wrapped_paragraphs_pair_as_blocks():
    text = TARGET.replace("on Wednesday. The", "on Wednesday.\nThe")
    assert [source for _, source in pairs(text, SOURCE)] == SOURCE.split("\n\n")


def test_another_paragraph_count_falls_back_to_sentences():
    found = dict(pairs(TARGET.replace("\n\n", " "), SOURCE))
    assert found["The opposition left the hall."].strip() == "Оппозиция покинула зал."
    assert len(found) == 4
    confidences = [s.confidence for s in align(TARGET.replace("\n\n", " "), SOURCE, "ru")]
    assert all(SURE <= c < 1 for c in confidences)


def test_a_sentence_without_partner_is_left_out():
    text = TARGET + "\n\nSubscribe to our newsletter and never miss an important story again."
    found = dict(pairs(text, SOURCE))
    assert "The opposition left the hall." in found
    assert not any("Subscribe" in ours for ours in found)


def test_sentences_of_a_language_without_rules_of_its_own():
    source = "Seimas rinkosi trečiadienį. Posėdis truko tris valandas. Opozicija paliko salę."
    text = "Parliament met on Wednesday.\nThe session lasted three hours.\nThe opposition left."
    assert [theirs.strip() for _, theirs in pairs(text, source, "lt")] == [
        "Seimas rinkosi trečiadienį.",
        "Posėdis truko tris valandas.",
        "Opozicija paliko salę.",
    ]


def test_chinese_is_as_long_as_its_english():
    source = "部长周三在议会报告了二十五个项目。其中十四个已经完成，其余将在明年完成。"
    text = (
        "The minister reported on twenty-five projects in parliament on Wednesday."
        " Fourteen of them are complete, the rest will be completed next year."
    )
    (segment,) = align(text, source, "zh")
    assert segment.confidence >= SURE


def test_the_source_of_another_article_is_doubted():
    ours = "\n".join(
        f"In {1900 + n} the club won {n} of its games in the league." for n in range(8)
    )
    theirs = "\n".join(
        f"В {2011 + n} году завод выпустил {n + 80} новых тракторов." for n in range(8)
    )
    assert all(segment.confidence < SURE for segment in align(ours, theirs, "ru"))


def test_a_pair_of_impossible_lengths_is_doubted():
    (segment,) = align(
        "Yes.", "Он долго говорил о положении дел в промышленности и торговле.", "ru"
    )
    assert segment.confidence < SURE


def test_numbers_that_share_nothing_lower_a_sentence_pair():
    text = "The fleet has 15 ships. It has 40 boats in four harbours. The rest is at sea now."
    source = (
        "Во флоте 15 кораблей.\nУ него 77 катеров в четырёх гаванях.\n\nОстальные сейчас в море."
    )
    first, second, _ = align(text, source, "ru")
    assert first.confidence >= SURE > second.confidence


@pytest.mark.parametrize("source", ["", "  \n \n", "\ufeff\n"])
def test_a_blank_source_pairs_nothing(source):
    assert with_source(Document.plain("Text."), source.strip("\ufeff"), "ru").segments == ()
    assert align("", "Текст.", "ru") == ()


def test_aligned_cuts_a_whole_text_segment_and_keeps_what_a_format_paired():
    document = with_source(Document.plain(TARGET), SOURCE, "ru")
    assert [s.source for s in aligned(document)] == SOURCE.split("\n\n")
    assert aligned(document) is aligned(document)
    assert aligned(Document.plain(TARGET)) == ()

    text = "One.\n\nTwo."
    given_pairs = (Segment(0, 4, "Один.", "ru", confidence=0.3), Segment(6, 10))
    document = Document("a.xlf", text, text, (), segments=given_pairs)
    (segment,) = aligned(document)
    assert (segment.start, segment.end, segment.source) == (0, 4, "Один.")
    assert segment.confidence == 0.3


def test_offsets_are_of_the_document():
    text = "Title\n\n" + TARGET
    document = Document("a.xlf", text, text, (), segments=(Segment(7, len(text), SOURCE, "ru"),))
    for segment in aligned(document):
        assert text[segment.start : segment.end] in TARGET.split("\n\n")


@pytest.mark.parametrize(
    ("name", "lang"),
    [("a.src.ru.txt", "ru"), ("a.src.lv-LV.txt", "lv-LV"), ("a.src.zh-Hant.txt", "zh-Hant")],
)
def test_sidecar(tmp_path, name, lang):
    article = tmp_path / "a.txt"
    article.write_text("Text.")
    assert find_sidecar(article) is None
    (tmp_path / "b.src.ru.txt").write_text("Другой.")
    (tmp_path / "a.src.ru.md").write_text("Другой.")
    assert find_sidecar(article) is None
    (tmp_path / name).write_text("Текст.")
    assert find_sidecar(article) == (tmp_path / name, lang)
    assert find_sidecar(tmp_path / name) is None
    assert find_sidecar(tmp_path / "missing" / "a.txt") is None


def test_the_first_of_several_sidecars(tmp_path):
    for lang in ("uk", "lv"):
        (tmp_path / f"a.src.{lang}.txt").write_text("x")
    assert find_sidecar(tmp_path / "a.txt") == (tmp_path / "a.src.lv.txt", "lv")


@pytest.mark.parametrize(
    "text",
    ["a" + " " * 100_000 + "a", "\n" * 100_000, "a. " * 4000, '."' * 50_000, "a\n" * 20_000],
    ids=lambda text: repr(text[:4]),
)
def test_hostile_texts_take_no_time(text):
    started = time.process_time()
    align(text, "Он пришёл.\n\nОна ушла. Они остались.", "lt")
    assert time.process_time() - started < 5


@given(st.text("ab1.!? \n\r", max_size=200), st.text("бв2.!? \n\r", max_size=200))
def test_segments_are_in_order_and_inside(text, source):
    end = 0
    for segment in align(text, source, "ru"):
        assert end <= segment.start < segment.end <= len(text)
        assert segment.source in source
        assert 0 <= segment.confidence <= 1
        end = segment.end
