"""One file per output of the figures: each offers ``render(figures) -> str``."""
