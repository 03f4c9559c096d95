"""Approved corrections put into the file: only their spans change, all at once or not at all."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from reviewer import formats
from reviewer.errors import FixError, InputError
from reviewer.model import Document, Edit, deal

Change = tuple[Document, Sequence[Edit]]


@dataclass(frozen=True, slots=True)
class _Replacement:
    """``text``, as the file writes it, for the file's code points ``start`` to ``end``."""

    start: int
    end: int
    text: str
    why: str  # for messages: the edit as a person knows it


_RELOAD = "nothing was overwritten: open it again, the decisions are kept and matched anew"
_HELD = "nothing was written; please report this with the file"


def sha256(data: bytes) -> str:
    """The hash by which a state of a file is known, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def save(
    path: Path, changes: Iterable[Change], expected_sha256: str, *, originals: Path, key: str
) -> bytes:
    """Write the corrections of one file and return its new bytes.

    ``expected_sha256`` is the hash of the bytes that the changes' documents were read from. The
    file as it was before its first correction is kept in the folder ``originals``, under ``key``,
    its path in the project. Raises FixError; the file is then untouched.
    """
    changes = list(changes)
    shown = changes[0][0].path if changes else str(path)
    data = _current(path, shown, expected_sha256)
    changed = corrected(shown, data, changes)
    if changed != data:
        keep_original(originals, key, data)
        write(path, changed, expected_sha256, display=shown)
    return changed


def corrected(path: str, data: bytes, changes: Iterable[Change]) -> bytes:
    """The file's bytes with the edits of each of its documents put in; ``path`` is for messages.

    Every byte outside the edits' raw ranges is taken over from ``data``. Raises FixError where
    edits overlap, where a replacement cannot stand in the file, and where the result would not read
    as the corrected text.
    """
    wanted = [(document, list(dict.fromkeys(edits))) for document, edits in changes if edits]
    if not wanted:
        return data
    base = wanted[0][0]
    text = _decoded(path, data, base)
    replacements: list[_Replacement] = []
    for document, edits in wanted:
        if not text.startswith(document.raw, document.raw_start):
            raise FixError(f"{path}: is not the file that was reviewed; {_RELOAD}")
        for edit in edits:
            _refuse_controls(path, document, edit)
            replacements += _in_file(document, edit)
    replacements.sort(key=lambda new: (new.start, new.end))
    for one, other in pairwise(replacements):
        _refuse_overlap(path, one, other)
    changed = _replaced(path, data, text, base, replacements)
    _prove(path, changed, wanted)
    return changed


def write(path: Path, data: bytes, expected_sha256: str, *, display: str | None = None) -> None:
    """Replace a file whole: readers, and a crash, see the old file or the new one.

    Mode and, where permitted, owner are kept; of a link the target is replaced. Raises FixError
    where the file no longer has ``expected_sha256``, went away, or may not be written.
    """
    shown = display or str(path)
    _current(path, shown, expected_sha256)
    target = path.resolve()
    status = target.stat()
    if not (status.st_mode & 0o222 and os.access(target, os.W_OK)):  # root may write anything
        raise FixError(f"{shown}: is read-only; make it writable (chmod u+w) and save again")
    try:
        temporary = write_beside(target, data)
    except OSError as error:
        raise FixError(_unsaved(shown, target.parent, error)) from None
    try:
        take_after(temporary, status)
        _current(path, shown, expected_sha256)
        temporary.replace(target)
    except OSError as error:
        raise FixError(_unsaved(shown, target.parent, error)) from None
    finally:
        temporary.unlink(missing_ok=True)


def original_path(originals: Path, key: str) -> Path:
    """Where the original of a file is kept, if it was ever corrected.

    ``key`` is the file's path in the project, with ``/``; what lies outside goes under a hash of
    its path.
    """
    parts = PurePosixPath(key).parts
    if PurePosixPath(key).is_absolute() or ".." in parts or not parts:
        parts = ("outside", sha256(key.encode("utf-8", "surrogateescape"))[:16])
    return originals.joinpath(*parts)


def keep_original(originals: Path, key: str, data: bytes) -> Path:
    """Keep a file as it was before its first correction; a kept one is never overwritten.

    Returns where it is kept; raises FixError where that cannot be done.
    """
    target = original_path(originals, key)
    if target.exists():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = write_beside(target, data)
        try:
            _name(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise FixError(
            f"{target}: the original could not be kept: {error.strerror}; nothing was changed"
        ) from None
    return target


def _current(path: Path, shown: str, expected_sha256: str) -> bytes:
    """The file's bytes, which must still be the expected ones."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FixError(
            f"{shown}: was deleted or moved meanwhile; nothing was written, the decisions are kept"
        ) from None
    except OSError as error:
        raise FixError(f"{shown}: cannot be read: {error.strerror}; nothing was written") from None
    if sha256(data) != expected_sha256:
        raise FixError(f"{shown}: was changed on disk meanwhile; {_RELOAD}")
    return data


def write_beside(target: Path, data: bytes) -> Path:
    """A new file beside the target with the data safely on disk. Raises OSError."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:64]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def take_after(temporary: Path, status: os.stat_result) -> None:
    """Give a file the mode and, where permitted, the owner of the one that it is to replace."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(temporary, status.st_uid, status.st_gid)
    temporary.chmod(stat.S_IMODE(status.st_mode))


def _name(temporary: Path, target: Path) -> None:
    """Give the file its name unless another process was faster."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        if not target.exists():
            temporary.replace(target)


def _unsaved(shown: str, folder: Path, error: OSError) -> str:
    return (
        f"{shown}: was not saved: {error.strerror} (a new file beside it in {folder});"
        " the old file is whole, the decisions are kept: make room or check the permissions"
    )


def _decoded(path: str, data: bytes, base: Document) -> str:
    """The file's text after its byte order mark, read as its documents were."""
    if data.startswith(base.bom):
        with suppress(UnicodeDecodeError):
            return data[len(base.bom) :].decode(base.encoding)
    raise FixError(f"{path}: is not the file that was reviewed; {_RELOAD}")


def _refuse_controls(path: str, document: Document, edit: Edit) -> None:
    """A replacement brings in no control character (a line break, an escape) of its own."""
    held = document.text[edit.start : edit.end]
    for char in edit.replacement:
        if unicodedata.category(char) in ("Cc", "Cs") and char not in held:
            raise FixError(
                f"{path}: the replacement for “{_short(held)}” holds the control character"
                f" U+{ord(char):04X}; leave it out"
            )


def _in_file(document: Document, edit: Edit) -> list[_Replacement]:
    """An edit as replacements in the file, escaped as its format needs."""
    escape = formats.load(document.format).escape
    held = document.text[edit.start : edit.end]
    why = f"“{_short(held)}” → “{_short(edit.replacement)}” at {edit.start}-{edit.end}"
    return [
        _Replacement(
            document.raw_start + part.raw_start,
            document.raw_start + part.raw_end,
            escape(part.text, document, part.start),
            why,
        )
        for part in deal(document, edit)
    ]


def _refuse_overlap(path: str, one: _Replacement, other: _Replacement) -> None:
    insertions = one.start == one.end == other.start == other.end
    if one.end > other.start or insertions:
        raise FixError(f"{path}: two corrections overlap: {one.why} and {other.why}; undo one")


def _replaced(
    path: str, data: bytes, text: str, base: Document, replacements: Sequence[_Replacement]
) -> bytes:
    """The bytes with each replacement put in; what lies between is cut from the old bytes."""
    out = []
    done, position = 0, len(base.bom)  # code points of the text, bytes of the data
    copied = 0
    for new in replacements:
        position += len(text[done : new.start].encode(base.encoding))
        out += [data[copied:position], _encoded(path, base.encoding, new)]
        position += len(text[new.start : new.end].encode(base.encoding))
        done, copied = new.end, position
    return b"".join([*out, data[copied:]])


def _encoded(path: str, encoding: str, new: _Replacement) -> bytes:
    try:
        return new.text.encode(encoding)
    except UnicodeEncodeError as error:
        raise FixError(
            f"{path}: its encoding {encoding} has no {new.text[error.start]!r} (in {new.why});"
            " choose a replacement without it, or convert the file to UTF-8"
        ) from None


def _prove(path: str, changed: bytes, wanted: Sequence[Change]) -> None:
    """Read the new bytes and compare with what they must say: a last guard before the disk.

    White space may fall away where a word did: markup takes it for layout.
    """
    expected = {document.record: _edited(document, edits).split() for document, edits in wanted}
    base = wanted[0][0]
    try:
        documents = formats.parse(path, changed, format=base.format)
        texts = {d.record: d.text.split() for d in documents if d.record in expected}
    except InputError as error:
        raise FixError(f"{path}: the corrected file would not read: {error}; {_HELD}") from None
    if texts != expected:
        raise FixError(
            f"{path}: the corrected file would not read as approved (markup that divides or adjoins"
            " the words would change its meaning); nothing was written: correct it there by hand"
        )


def _edited(document: Document, edits: Iterable[Edit]) -> str:
    """The document's text with its edits made, dealt out as they are to the file."""
    text = document.text
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        for part in reversed(deal(document, edit)):
            text = text[: part.start] + part.text + text[part.end :]
    return text


def _short(text: str) -> str:
    """A text for a message: one line, no longer than a name."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
