"""The errors a person can act on: each message says what, where and what to do."""

from __future__ import annotations


class ReviewerError(Exception):
    """Base of every error this program raises on purpose; the command line turns it into exit 2."""


class UsageError(ReviewerError):
    """The command was called in a way that makes no sense."""


class ConfigError(ReviewerError):
    """A configuration file or option is wrong."""


class InputError(ReviewerError):
    """An article cannot be read: missing, undecodable, malformed."""


class GlossaryError(ReviewerError):
    """A glossary cannot be read or breaks its own rules."""


class DecisionsError(ReviewerError):
    """The decision log cannot be read or written."""


class FixError(ReviewerError):
    """A correction cannot be applied: overlapping edits, a changed or read-only file."""
