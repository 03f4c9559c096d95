"""Another version of the same articles: references, another system's translations, originals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.engine.paths import absolute, shown
from reviewer.engine.project import Project
from reviewer.errors import InputError, UsageError
from reviewer.model import Document
from reviewer.quality.pairs import Pair, referenced

if TYPE_CHECKING:
    from reviewer.quality.articles import Article

Named = list[tuple[str, list[Pair]]]  # articles by name
Say = Callable[[str], None]


class Beside:
    """Files that answer to the articles' files: one for one, or a folder with the same names.

    ``named`` are the paths of the command line: what lies below a folder keeps its way from there.
    """

    def __init__(self, path: Path, named: Sequence[Path], option: str) -> None:
        if not path.exists():
            raise UsageError(f"{option} {path}: no such file or folder; check the path")
        if path.is_file() and (len(named) != 1 or named[0].is_dir()):
            raise UsageError(
                f"{option} {path}: is one file; name one article file, or give a folder that holds"
                " files of the same names"
            )
        self.path, self._named = path, [Path(absolute(one)) for one in named]

    def documents(self, file: Path, project: Project) -> dict[str | None, Document]:
        """The articles of the file that answers to ``file``, by record.

        They go by the name of ``file``, so that sources are found. Raises InputError where there is
        none, or it cannot be read.
        """
        other = self._other(Path(absolute(file)))
        try:
            data = other.read_bytes()
        except FileNotFoundError:
            raise InputError(
                f"{shown(other)}: missing; {shown(file)} has nothing beside it"
            ) from None
        except OSError as error:
            raise InputError(f"{shown(other)}: cannot be read: {error.strerror}") from None
        return {one.record: one for one in project.parse(data, shown(file), None)}

    def _other(self, file: Path) -> Path:
        if self.path.is_file():
            return self.path
        for named in self._named:
            if named.is_dir() and file.is_relative_to(named):
                return self.path / file.relative_to(named)
        return self.path / file.name


def with_references(
    articles: Sequence[Article],
    references: Beside | None,
    compared: Beside | None,
    note: Say,
    problem: Say,
) -> tuple[Named, Named]:
    """Each article's lines beside their references, as translated and as ``compared`` has them.

    References are the files of ``references``, else the records' own. ``problem`` hears of articles
    that cannot be paired, which are left out, ``note`` of sentences.
    """
    ours: Named = []
    theirs: Named = []
    files: dict[tuple[int, str], dict[str | None, Document]] = {}

    def beside(version: Beside, article: Article) -> Document:
        key = id(version), article.now.path
        if key not in files:
            files[key] = version.documents(Path(article.now.path), article.project)
        found = files[key].get(article.now.record)
        if found is None:
            raise InputError(f"{version.path}: has no record {article.now.record!r}")
        return found

    for article in articles:
        try:
            own = next((s.reference for s in article.machine.segments if s.reference), None)
            reference = beside(references, article).text if references else own
            if reference is None:
                if references or compared or any(s.reference == "" for s in article.now.segments):
                    problem(f"{article.name}: has no reference and was left out")
                continue
            pairs = referenced(article.machine.text, reference, article.name, note)
            if compared:
                other = beside(compared, article)
                name = f"{article.name} in {compared.path}"
                theirs.append((article.name, referenced(other.text, reference, name, note)))
            ours.append((article.name, pairs))
        except InputError as error:
            problem(str(error))
    return ours, theirs
