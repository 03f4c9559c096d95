"""One file per language: its number words, months and multipliers, as regular expressions.

``NUMBERS`` maps a value to the words for it, inflected forms and ordinals included; ``PREFIXES``
those that begin a longer word (*двухкомнатный*); ``MONTHS`` holds twelve patterns; ``JOINERS`` the
words that may stand between the parts of one number (*one hundred and five*). A pattern is matched
against a whole word in lower case.
"""
