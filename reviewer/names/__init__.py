"""Is this token sequence that glossary name, badly carried over?

The question is not how alike two strings look: *Ilham* and *Heydar Aliyev* look alike, *Arcruns
Ovannisyan* and *Artsrun Hovhannisyan* hardly do. `channel` knows how letters travel between
spellings, `compare` weighs whole names, `explain` says why; `train` rebuilds the tables they use.
"""
