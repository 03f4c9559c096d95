"""Loading glossaries: files and packs joined into one, compiled once and cached."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reviewer.errors import GlossaryError
from reviewer.glossary import cachedir, compiled
from reviewer.glossary.bulk import no_cycles
from reviewer.glossary.model import Glossary
from reviewer.glossary.records import Joined
from reviewer.plugins import unknown

SUFFIXES = (".toml", ".csv", ".tsv", ".tbx")
_LARGE = 2_000_000  # bytes; about a second and more to compile
_PACKAGE = Path(__file__).parent.parent
_INSTALLED = _PACKAGE / "packs"  # in a wheel, with the compiled form beside each pack
_CHECKOUT = _PACKAGE.parent / "glossaries"
COMPILED = ".compiled"  # the folder for the same in a checkout that was installed


def shipped() -> tuple[Path, ...]:
    """The packs that ship, by name."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return tuple(sorted(folder.glob("*.toml")))


def compiled_folder() -> Path:
    """Where installing has put what is made of the shipped packs."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT / COMPILED


def pack(name: str) -> Path:
    """The shipped pack of this name. Raises GlossaryError naming the nearest."""
    known = {path.stem: path for path in shipped()}
    if name not in known:
        raise GlossaryError(unknown("pack", name, list(known)))
    return known[name]


def load(
    paths: Sequence[Path],
    *,
    cache: bool = True,
    proposed: bool = False,
    note: Callable[[str], None] | None = None,
) -> Glossary:
    """The files as one glossary, in order; a file given twice counts once.

    Checks want approved terms only; ``proposed`` adds the others, after the approved ones of their
    file. Of ``diacritics`` and ``language`` the last file that sets one decides. ``note`` is told
    what was read otherwise than it stands, and what takes long. Raises GlossaryError naming file,
    line and field.
    """
    files: dict[str, compiled.Opened] = {}
    for path in paths:
        one = _open(path, cache, note)
        if files.setdefault(one.glossary.digest, one) is one and note:
            for line, text in one.notes:
                note(f"{path}:{line}: {text}")
    opened = files.values()
    parts = [one.glossary for one in opened]
    terms = [one.terms if proposed else one.terms[: one.approved] for one in opened]
    return Glossary(
        terms=terms[0] if len(terms) == 1 else Joined(terms),
        rules=tuple(rule for part in parts for rule in part.rules),
        title=", ".join(part.title for part in parts if part.title),
        language=next((part.language for part in reversed(parts) if part.language), "en"),
        digest=digest((part.digest for part in parts), proposed=proposed),
        sources=tuple((part.digest, len(one)) for part, one in zip(parts, terms, strict=True)),
        diacritics=next((part.diacritics for part in reversed(parts) if part.diacritics), "info"),
    )


def digest(sources: Iterable[str], *, proposed: bool = False) -> str:
    """The digest of a glossary that was joined of files with these digests."""
    return hashlib.sha256("\0".join([f"proposed={proposed}", *sources]).encode()).hexdigest()


def compile_file(path: Path, data: bytes) -> bytes:
    """The compiled form of a glossary file that holds ``data``. Raises GlossaryError."""
    name = str(path)
    notes: list[tuple[int, str]] = []
    if path.suffix.lower() == ".toml":
        from reviewer.glossary import toml

        head, terms = toml.read(data, name)
    elif path.suffix.lower() == ".tbx":
        from reviewer.glossary.exchange import Losses, Options, tbx

        losses = Losses()
        head, read = tbx.read(data, name, losses, Options())
        terms = iter([*read])
        notes = [(1, f"not carried over: {line}") for line in losses.lines()]
    else:
        from reviewer.glossary import delimited

        head, terms = delimited.read(data, name, lambda line, text: notes.append((line, text)))
    with no_cycles():
        return compiled.dump(head, terms, notes, _source(path, data))


def _source(path: Path, data: bytes) -> str:
    kind = f"{compiled.SCHEMA}{path.suffix.lower()}\0"
    return hashlib.sha256(kind.encode() + hashlib.sha256(data).digest()).hexdigest()


def _open(path: Path, cache: bool, note: Callable[[str], None] | None) -> compiled.Opened:
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise GlossaryError(f"{path}: not a glossary file that can be read ({known})")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read: {error.strerror}") from None
    source, name = _source(path, data), str(path)
    if path.parent in (_INSTALLED, _CHECKOUT):
        shipped_form = compiled_folder() / f"{path.stem}.bin"
        if opened := _opened(shipped_form, source, name):
            return opened
    if not cache:
        return compiled.open_data(compile_file(path, data), source, name)
    kept = cachedir.cache_folder() / "glossaries" / f"{source}.bin"
    if opened := _opened(kept, source, name):
        cachedir.touch(kept)
        return opened
    if note and len(data) > _LARGE:
        note(f"{path}: compiling {len(data) / 1e6:.0f} MB, once")
    fresh = compile_file(path, data)
    cachedir.keep(kept, fresh)
    return compiled.open_data(fresh, source, name)


def _opened(file: Path, source: str, name: str) -> compiled.Opened | None:
    try:
        return compiled.open_file(file, source, name)
    except (OSError, compiled.DamagedError):
        return None
