"""Quality figures: what the translation was worth, by figures that MT people trust."""

GROUPS = ("article", "batch", "pack", "source-lang", "system", "date")  # what figures go by
# What a gate of CI may ask for.
MEASURES = ("name-accuracy", "mt-name-accuracy", "m-eta", "term-consistency", "chrf", "bleu")
