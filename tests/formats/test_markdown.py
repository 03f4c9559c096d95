"""Markdown: what a reader reads of it, where it lies, and how a correction is written there."""

import pytest

from reviewer import formats
from reviewer.fixes import corrected
from reviewer.model import Edit


def parse(text):
    (document,) = formats.parse("a.md", text.encode(), format="markdown")
    return document


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("words", "words"),
        ("one\ntwo  \nthree\\\nfour\n\nfive", "one two\nthree\nfour\n\nfive"),
        ("# Head #\n\n## *Two* words", "Head\n\nTwo words"),
        ("# # a", "# a"),
        ("Head\nline\n===", "Head line"),
        ("---\ntitle: no\n---\nyes", "yes"),
        ("+++\ntitle = 1\n+++\nyes", "yes"),
        ("yes\n\n---\nyes\n", "yes\n\nyes"),
        ("`no`", "\ufffc"),
        ("the `` no ` `` the", "the \ufffc the"),
        ("a ` b", "a ` b"),
        ("    no\n\n```\nno\n```\n~~~ x\nno\n~~~", ""),
        ("**Arc**runs _Ov_", "Arcruns Ov"),
        ("***a** b*", "a b"),
        ("5*3 * a ** snake_case_b", "5*3 * a ** snake_case_b"),
        ("~~a~~ b~c", "a b~c"),
        ('[a *b*](http://x_y_z "no")', "a b"),
        ("[a](javascript:no)", "a"),
        ("[a][r] [r][] [r]\n\n[r]: /no 'no'", "a r r"),
        ("[a] [b][c]", "[a] [b][c]"),
        ("[a [b](no) c](no)", "[a b c](no)"),
        ("![a *b*](no) c", "c\n\na b"),
        ("x [![a](no)](no) y", "x y\n\na"),
        ("![a ![b](no)](no)", "a\n\nb"),
        ("<http://no.no> <no@no.no>", "\ufffc \ufffc"),
        ("a <b class='no'>b</b><!-- no --> c<br>d", "a b c\nd"),
        ("<div>\nno\n</div>\n\nyes", "yes"),
        ("\\*a\\* &amp; &eacute; &#65; \\a", "*a* & é A \\a"),
        ("> a\n> b\nc\n>> d", "a b c\n\nd"),
        ("- a\n  b\n\n  c\n- d\n   1. e", "a b\n\nc\n\nd\n\ne"),
        ("-\ta\n\n\tb", "a\n\nb"),
        ("|a|b|\n|-|-|\n|c \\| d|`no`|\n|e|", "a\n\nb\n\nc | d\n\n\ufffc\n\ne"),
        ("a | b\n--|--\na | a", "a\n\nb\n\na\n\na"),
    ],
)
def test_what_is_read(text, shown):
    assert parse(text).text == shown
    assert parse(text.replace("\n", "\r\n")).text == shown
    assert parse(text.replace("\n", "\r")).text == shown or "---\n" in text or "+++\n" in text


@pytest.mark.parametrize(
    ("text", "old", "new", "changed"),
    [
        ("**Arcruns** Ov", "Arcruns Ov", "Artsrun Hov", "**Artsrun** Hov"),
        ("> Arcruns\n> Ov", "Arcruns Ov", "Artsrun Hov", "> Artsrun\n> Hov"),
        ("[Arcruns](x) Ov", "Arcruns Ov", "Artsrun Hov", "[Artsrun](x) Hov"),
        ("![Arcruns Ov](x)", "Arcruns Ov", "Artsrun Hov", "![Artsrun Hov](x)"),
        (
            "a x b",
            "x",
            "*y* [z] `q` <i> &amp; a_b _c_",
            r"a \*y\* \[z\] \`q\` \<i> \&amp; a_b \_c\_ b",
        ),
        ("a x", "a", "1. FC", "1\\. FC x"),
        ("> a x", "a", "# b", "> \\# b x"),
        ("a x", "a", "- b", "\\- b x"),
        ("a x", "x", "# b", "a # b"),
        ("|a|\n|-|\n|x|", "x", "y|z", "|a|\n|-|\n|y\\|z|"),
    ],
)
def test_how_it_is_written(text, old, new, changed):
    document = parse(text)
    start = document.text.index(old)
    edits = [Edit(start, start + len(old), new)]
    assert corrected("a.md", text.encode(), [(document, edits)]).decode() == changed


@pytest.mark.parametrize(
    "part",
    [
        "[",
        "![",
        "`a``b```",
        "*a_ ",
        "**a ",
        "[a](",
        "<",
        "<!-- ",
        "&",
        "\\",
        "~~a",
        "[a][",
        "a*_*_",
    ],
)
def test_time_is_linear(part):
    parse(part * 2000)
