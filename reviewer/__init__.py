"""Review machine-translated articles: find garbled names and phrases, approve corrections."""

__version__ = "0.1.0"
