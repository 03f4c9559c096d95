"""Does the certificate keep its promise? Audits simulated with a known number of wrong names.

``python -m tests.benchmarks.audit [SIMULATIONS]`` prints, for several error rates, populations and
ways in which errors cluster, how often the bound was at or above the truth (95 % is promised), and
how large it was on average.
"""

from __future__ import annotations

import random
import sys
from functools import cache

from reviewer.quality.audit.draw import sample
from reviewer.quality.statistics import most_of_finite

SIMULATIONS = 1000
CASES = (  # names, drawn, share wrong, names in the article of one wrong name that are wrong too
    (500, 100, 0.02, 1),
    (2000, 100, 0.0, 1),
    (2000, 100, 0.01, 1),
    (2000, 100, 0.05, 1),
    (2000, 100, 0.05, 20),
    (2000, 300, 0.02, 20),
    (5000, 60, 0.10, 50),
)

bound = cache(most_of_finite)


def coverage(names, drawn, share, together, simulations=SIMULATIONS):
    """The share of simulated audits whose bound holds, and the bound's average share."""
    wrong = round(names * share)
    held, total = 0, 0.0
    for number in range(simulations):
        draw = random.Random(number)
        starts = draw.sample(range(0, names, together), -(-wrong // together))
        bad = {start + more for start in starts for more in range(together)}
        bad = set(sorted(bad)[:wrong])
        seen = sum(position in bad for position in sample(number, drawn, names))
        most = bound(seen, drawn, names)
        held += most >= wrong
        total += most / names
    return held / simulations, total / simulations


def main() -> None:
    simulations = int(sys.argv[1]) if len(sys.argv) > 1 else SIMULATIONS
    print(f"{simulations} simulations each; promised coverage 95 %")
    print("names  drawn  wrong  together  coverage  mean bound")
    for names, drawn, share, together in CASES:
        held, mean = coverage(names, drawn, share, together, simulations)
        print(f"{names:5}  {drawn:5}  {share:5.1%}  {together:8}  {held:8.1%}  {mean:10.2%}")


if __name__ == "__main__":
    main()
