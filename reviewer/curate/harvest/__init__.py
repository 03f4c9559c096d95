"""Growing a glossary from what was reviewed: names seen and not known become candidates.

``names`` finds them in articles, ``corrections`` in decisions, ``clusters`` joins the spellings of
one name, ``candidates`` keeps them, and the refusals, in the project's state folder.
"""
