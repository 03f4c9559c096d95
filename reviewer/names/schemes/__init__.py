"""Romanisation schemes: one file per language, its name the ISO 639-1 code.

A file offers ``SCRIPT`` (ISO 15924), ``RANK`` and ``SCHEMES``, most usual first. Where no language
is told, the languages of the lowest rank whose alphabet holds every letter of the name are taken.
Adding a language is adding a file.
"""
