"""What a folder of the package offers, by file name.

A check, a format or a reporter is one module in its folder; its file name is its key everywhere.
Modules whose name begins with an underscore are shared code, not offers.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from types import ModuleType

from reviewer.errors import UsageError


@cache
def offered(package: str) -> tuple[str, ...]:
    """Names of the modules in ``package`` (dotted), sorted; nothing is imported but the package."""
    found = set()
    for folder in import_module(package).__path__:
        with os.scandir(folder) as entries:
            for entry in entries:
                stem, _, suffix = entry.name.partition(".")
                if (suffix == "py" or entry.is_dir()) and not stem.startswith("_"):
                    found.add(stem)
    return tuple(sorted(found))


def load(package: str, name: str) -> ModuleType:
    """Import one offer. Raises UsageError naming the nearest offers when there is none of it."""
    if name not in offered(package):
        raise UsageError(unknown(package.rpartition(".")[2].rstrip("s"), name, offered(package)))
    return import_module(f"{package}.{name}")


def unknown(what: str, name: str, known: tuple[str, ...] | list[str]) -> str:
    """The message for a name nobody knows: ``unknown check 'nams'; did you mean 'names'?``."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.6)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    return f"unknown {what} {name!r}; {hint}"
