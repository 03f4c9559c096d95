"""Building a document's text from the parts of a file that a reader reads, each with its place."""

from __future__ import annotations

from reviewer.formats._languages import is_english
from reviewer.formats._read import Decoded
from reviewer.model import Document, Piece, Segment
from reviewer.text import LineIndex, later

BETWEEN = "\n\n"  # segments are joined by a blank line
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"  # what stands for a placeholder; no edit touches it

# White space that is not a single blank; each alternative begins with a character of its own kind.
_LAYOUT = later(r"[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+")
_BLANKS = " \t\n\f\r"


class TextBuilder:
    """Takes the parts of one article in the order of reading; offsets count ``raw``'s code points.

    With ``prose`` white space is layout, as in HTML: a run reads as one blank, none at an edge of a
    segment. Else every character counts.
    """

    def __init__(self, raw: str, *, prose: bool = False) -> None:
        self._raw, self._prose = raw, prose
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._segments: list[Segment] = []
        self._length = 0  # of the text, without the open run
        self._low = self._high = 0  # the open run: raw that stands in the text as it is
        self._start: int | None = None  # of the open segment
        self._blank: tuple[int, int] | None = None  # white space that no word has followed yet
        self._broken = False  # a forced line break that no word has followed yet

    def run(self, start: int, end: int) -> None:
        """Take ``raw[start:end]`` as it stands."""
        if not self._prose:
            if start < end:
                self._put_blank()
                self._verbatim(start, end)
            return
        raw = self._raw
        for match in _LAYOUT.finditer(raw, start, end):
            self._words(start, match.start())
            self._blank = self._blank or match.span()
            start = match.end()
        self._words(start, end)

    def _words(self, start: int, end: int) -> None:
        """Take words with single blanks between; those at the edges may prove to be layout."""
        if start < end and self._raw[start] == " ":
            self._blank = self._blank or (start, start + 1)
            start += 1
        if start == end:
            return
        trailing = self._raw[end - 1] == " "
        self._put_blank()
        self._verbatim(start, end - trailing)
        if trailing:
            self._blank = (end - 1, end)

    def atom(self, text: str, start: int, end: int) -> None:
        """Take ``raw[start:end]``, which reads ``text`` and can only be edited as a whole."""
        if text and text == self._raw[start:end]:
            self.run(start, end)
        elif self._prose and text and not text.strip(_BLANKS):
            self._blank = self._blank or (start, end)
        elif text:
            self._put_blank()
            self._open()
            self._atom(text, start, end)

    def gap(self, text: str) -> None:
        """Take text that no part of the file stands for: a placeholder, a forced line break."""
        self._put_blank()
        self._open()
        self._end_run()
        self._parts.append(text)
        self._length += len(text)

    def line_break(self) -> None:
        """Go to a new line inside the segment; two in a row end the segment."""
        if self._broken:
            self.close()
        elif self._start is not None:
            self._broken = True

    def close(
        self,
        *,
        source: str | None = None,
        source_lang: str | None = None,
        reference: str | None = None,
    ) -> None:
        """End the segment, and note what it was translated from; an empty one leaves no trace.

        An English source is none: what both have would pass for untranslated.
        """
        if source_lang and is_english(source_lang):
            source = None
        self._blank, self._broken = None, False
        if self._start is None:
            return
        self._end_run()
        if source is not None or reference is not None:
            segment = Segment(self._start, self._length, source, source_lang, reference)
            self._segments.append(segment)
        self._start = None

    def document(
        self,
        path: str,
        format: str,
        read: Decoded,
        *,
        record: str | None = None,
        start: int = 0,
        end: int | None = None,
        lines: LineIndex | None = None,
    ) -> Document:
        """The article: the file, or ``raw[start:end]`` of it, whose line ``lines`` tells."""
        self.close()
        line, column = lines.line_column(start) if lines else (1, 1)
        pieces = self._pieces
        if start:
            pieces = [Piece(p.start, p.end, p.raw_start - start, p.raw_end - start) for p in pieces]
        return Document(
            path=path,
            text="".join(self._parts),
            raw=self._raw if not start and end is None else self._raw[start:end],
            pieces=tuple(pieces),
            format=format,
            record=record,
            segments=tuple(self._segments),
            raw_start=start,
            raw_line=line,
            raw_column=column,
            encoding=read.encoding,
            bom=read.bom,
            newline=read.newline,
        )

    def _open(self) -> None:
        if self._start is None:
            if self._length:
                self._parts.append(BETWEEN)
                self._length += len(BETWEEN)
            self._start = self._length

    def _put_blank(self) -> None:
        if self._broken:
            self._end_run()
            self._parts.append("\n")
            self._length += 1
        elif self._blank and self._start is not None:
            start, end = self._blank
            if self._raw[start:end] == " ":
                self._verbatim(start, end)
            else:
                self._atom(" ", start, end)
        self._blank, self._broken = None, False

    def _verbatim(self, start: int, end: int) -> None:
        if start == end:
            return
        if start != self._high or self._low == self._high:
            self._open()
            self._end_run()
            self._low = start
        self._high = end

    def _end_run(self) -> None:
        if self._low < self._high:
            low, high = self._low, self._high
            self._low = self._high = 0
            self._atom(self._raw[low:high], low, high)

    def _atom(self, text: str, start: int, end: int) -> None:
        self._end_run()
        self._parts.append(text)
        length = self._length + len(text)
        self._pieces.append(Piece(self._length, length, start, end))
        self._length = length
