"""What must hold for any file of any format: the shared tests and the fuzzer ask it."""

import re

from reviewer import formats
from reviewer.errors import FixError, InputError
from reviewer.fixes import corrected
from reviewer.formats._text import OBJECT
from reviewer.model import Edit

_WORD = re.compile(r"[^\W\d_]+")
NEW = ("Hovhannisyan", "O’Neil", "R&D", "Šuša", "a<b>c", 'the "Fifth"', "5 o'clock")


def documents(format, data):
    """The file's documents; None where it was refused, in words that can be shown."""
    try:
        return list(formats.parse("a", data, format=format))
    except InputError as error:
        message = str(error)
        assert message.startswith("a:")
        assert message.isprintable(), message
        return None


def placed(found, data):
    """Every document lies in the file as it says, and its pieces in it."""
    records = [document.record for document in found]
    assert len(set(records)) == len(records)
    for document in found:
        document.text.encode()
        whole = data[len(document.bom) :].decode(document.encoding)
        assert data.startswith(document.bom)
        assert whole.startswith(document.raw, document.raw_start)
        last = 0
        for piece in document.pieces:
            assert last <= piece.start < piece.end or piece.start == piece.end == 0
            assert 0 <= piece.raw_start <= piece.raw_end <= len(document.raw)
            last = piece.end
        assert last <= len(document.text)
        for segment in document.segments:
            assert 0 <= segment.start <= segment.end <= len(document.text)


def spans(document, rng, count=2):
    """Some spans of one to three words that have a place in the file."""
    words = [match.span() for match in _WORD.finditer(document.text)]
    for _ in range(min(count, len(words))):
        first = last = rng.randrange(len(words))
        for _ in range(rng.randrange(3)):  # into the next segment no finding goes
            between = document.text[words[last][1] : words[min(last + 1, len(words) - 1)][0]]
            last += last + 1 < len(words) and "\n\n" not in between
        yield words[first][0], words[last][1]


def edited(document, data, start, end, replacement):
    """Edit one span: nothing outside its raw pieces changes. False where the edit was refused."""
    ranges = document.raw_ranges(start, end)
    try:
        changed = corrected("a", data, [(document, [Edit(start, end, replacement)])])
    except FixError as error:
        refusal = str(error)
    else:
        refusal = ""
    assert refusal.isprintable(), refusal
    if refusal:
        return False
    text = data[len(document.bom) :].decode(document.encoding)

    def byte(at):
        return len(document.bom) + len(text[: document.raw_start + at].encode(document.encoding))

    kept = [0, *(byte(at) for span in ranges for at in span), len(data)]
    at = 0
    for low, high in zip(kept[::2], kept[1::2], strict=True):
        at = changed.find(data[low:high], at) + high - low
        assert at >= high - low, (data[low:high], changed)
    assert changed.startswith(data[: kept[1]])
    assert changed.endswith(data[kept[-2] :])
    again = formats.parse("a", changed, format=document.format)
    (now,) = (other for other in again if other.record == document.record)
    expected = document.text[:start] + replacement + document.text[end:]
    assert _letters(now.text) == _letters(expected)
    return True


def _letters(text):
    """The text without what stays where it is: placeholders and white space."""
    return "".join(text.replace(OBJECT, "").split())


def hold(format, data, rng):
    """All of it for one file. Returns the numbers of edits made and refused; None if unread."""
    found = documents(format, data)
    if found is None:
        return None
    placed(found, data)
    made = refused = 0
    for document in found[:3]:
        for start, end in spans(document, rng):
            if edited(document, data, start, end, rng.choice(NEW)):
                made += 1
            else:
                refused += 1
    return made, refused
