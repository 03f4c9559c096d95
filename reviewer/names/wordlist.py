"""Make the word lists that ``reviewer.names.words`` reads.

    python -m reviewer.names.wordlist HUNSPELL_FOLDER FREQUENCY_LIST

HUNSPELL_FOLDER holds SCOWL's ``en_US.dic`` and ``en_US.aff`` (as in ``spylls`` 0.1.7 on PyPI),
FREQUENCY_LIST is ``frequency_dictionary_en_82_765.txt`` (as in ``symspellpy`` 6.10 on PyPI). Names
are read from ``data/training/english.tsv.xz``. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer.names.variants import sounded
from reviewer.names.words import COMMON_FILE, DATA, KNOWN_FILE, PERSONS_FILE, WORDS_FILE
from reviewer.text import fold

# British spellings of words that an American dictionary holds in another form.
_BRITISH = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("bre", "ber"),
    ("ll", "l"),
    ("ae", "e"),
    ("oe", "e"),
    ("ence", "ense"),
    ("ences", "enses"),
    ("ogue", "og"),
    ("mme", "m"),
)
COMMON = 4  # names that hold a token from which on it is a common one
BORNE = 2  # persons who bear a word from which on it counts as a name too
_AFFIX_FIELDS = 5


def _affixes(aff: Path) -> dict[str, list[tuple[str, str, str, re.Pattern[str]]]]:
    rules = defaultdict(list)
    for line in aff.read_text("utf-8").splitlines():
        fields = line.split()
        if len(fields) >= _AFFIX_FIELDS and fields[0] in ("PFX", "SFX"):
            kind, flag, strip, add, condition = fields[:_AFFIX_FIELDS]
            pattern = re.compile(f"^{condition}" if kind == "PFX" else f"{condition}$")
            add = add.partition("/")[0]
            rules[flag].append((kind, strip.strip("0"), add.strip("0"), pattern))
    return rules


def hunspell_forms(folder: Path) -> Iterator[str]:
    """Every form of the dictionary, prefixes and suffixes crossed; possessives left out."""
    rules = _affixes(folder / "en_US.aff")
    for line in (folder / "en_US.dic").read_text("utf-8").splitlines()[1:]:
        stem, _, flags = line.strip().partition("/")
        forms = [stem]
        chosen = [rule for flag in flags for rule in rules.get(flag, ())]
        for kind, strip, add, pattern in sorted(chosen, key=lambda rule: rule[0]):
            bases = list(forms) if kind == "SFX" else [stem]
            if kind == "SFX":  # prefixed stems take suffixes, suffixed ones no second
                bases = [base for base in bases if base.endswith(stem)]
            for base in bases:
                if pattern.search(base):
                    suffixed = base[: len(base) - len(strip)] + add
                    forms.append(suffixed if kind == "SFX" else add + base)
        yield from (form for form in forms if "'" not in form)


def _is_british(word: str, lower: set[str]) -> bool:
    return any(old in word and word.replace(old, new) in lower for old, new in _BRITISH)


def english(folder: Path, frequency_list: Path) -> tuple[set[str], set[str]]:
    """Ordinary words, and what the sources write only with a capital or do not tell."""
    lower: set[str] = set()
    capital: set[str] = set()
    for form in hunspell_forms(folder):
        (lower if form.islower() else capital).add(fold(form))
    listed = {
        line.split()[0] for line in frequency_list.read_text("utf-8-sig").splitlines() if line
    }
    lower |= {word for word in listed - lower - capital if _is_british(word, lower)}
    return lower, (listed | capital) - lower


def canonical_tokens(path: Path) -> tuple[Counter[str], Counter[str]]:
    """How many English names hold each token: names of persons, and of anything."""
    names: set[tuple[str, str]] = set()
    with lzma.open(path, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            names.add((row["kind"], row["canonical_en"]))
    persons: Counter[str] = Counter()
    all_names: Counter[str] = Counter()
    for kind, name in names:
        tokens = set(re.findall(r"[a-z]{2,}", fold(name)))
        all_names.update(tokens)
        if kind == "person":
            persons.update(tokens)
    return persons, all_names


def common(names: Counter[str]) -> list[str]:
    """Tokens that many names hold, in whichever English romanisation."""
    together: Counter[str] = Counter()
    for token, count in names.items():
        together[sounded(token)] += count
    return [token for token in names if together[sounded(token)] >= COMMON]


def write(path: Path, words: Iterable[str]) -> None:
    """Write the ASCII words of two letters and more, sorted, one a line."""
    kept = sorted({w for w in words if w.isascii() and w.isalpha() and len(w) > 1})
    path.write_text("".join(f"{word}\n" for word in kept), "ascii", newline="\n")


def main(arguments: list[str]) -> None:
    """Rebuild the lists in the package's data folder."""
    folder, frequency_list = (Path(argument) for argument in arguments)
    lower, other = english(folder, frequency_list)
    write(DATA / WORDS_FILE, lower)
    persons, names = canonical_tokens(DATA / "training" / "english.tsv.xz")
    people = {token for token, count in persons.items() if token not in lower or count >= BORNE}
    write(DATA / PERSONS_FILE, people)
    write(DATA / KNOWN_FILE, (other | names.keys()) - lower - people)
    write(DATA / COMMON_FILE, common(names))


if __name__ == "__main__":
    main(sys.argv[1:])
