"""One file per format that other tools for judging translations read.

A format offers ``render(articles) -> str``; its file name, with hyphens, is its name on the command
line.
"""
