"""Files of our own (reports, baselines, configuration) written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from reviewer.errors import UsageError


def write_text(path: Path, text: str, what: str) -> None:
    """Replace a file: readers, and a crash, see the old one or the new one.

    What is no regular file (a pipe, a terminal) is written to. Raises UsageError, which calls the
    file ``what``.
    """
    import tempfile

    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        target = path.resolve()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:64]}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(
            f"{path}: cannot write the {what}: {error.strerror};"
            " name a file in a folder that exists and can be written"
        ) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
