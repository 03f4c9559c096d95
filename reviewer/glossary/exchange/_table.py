"""Rows of cells, read strictly and written so that no spreadsheet runs them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from reviewer.errors import GlossaryError

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def decode(data: bytes, name: str) -> str:
    """The file's text: UTF-8, or UTF-16 that says so by its byte order mark."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            f"{name}:{line}: not UTF-8 (byte {error.start}); export the file as UTF-8"
        ) from None


def delimiter_of(head: str) -> str:
    """The character that divides the cells of the first line."""
    first, _, _ = head.lstrip("\ufeff\r\n").partition("\n")
    return max("\t,;", key=first.count)


def rows(
    text: str, name: str, delimiter: str, *, comment: str = "", quoting: bool = True
) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with its line; lines that begin with ``comment`` are left out.

    Raises GlossaryError for a row that cannot be divided.
    """
    source: Iterable[str] = io.StringIO(text, newline="")
    if comment:
        source = ("\n" if line.startswith(comment) else line for line in source)
    reader = csv.reader(
        source,
        delimiter=delimiter,
        strict=True,
        quoting=csv.QUOTE_MINIMAL if quoting else csv.QUOTE_NONE,
    )
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, [plain(cell) for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(f"{name}:{line}: not a readable row: {error}") from None


def refuse_shift(row: Sequence[str], header: Sequence[str], where: str) -> None:
    """Raise GlossaryError for a row longer than the header: its columns have shifted."""
    if len(row) > len(header):
        raise GlossaryError(
            f"{where}: {len(row)} cells, but the header has {len(header)};"
            " put quotation marks round a cell that holds the delimiter"
        )


def written(table: Iterable[Sequence[str]], delimiter: str = ",") -> Iterator[str]:
    """The rows as text, cells that begin like a formula made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    for row in table:
        writer.writerow([guarded(cell) for cell in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before it."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def plain(cell: str) -> str:
    """The cell as it was before ``guarded``."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell
