"""How many names are still wrong where nothing was flagged: a sample, blind verdicts, a bound.

`draw` takes the sample, review asks about it like about any finding, `certificate` tells what
follows, `verify` computes all of it anew.
"""
