"""What editors decided: an append-only log, and which finding each decision speaks of."""

from reviewer.decisions.log import Log, active, open_log, state_folder
from reviewer.decisions.match import match
from reviewer.decisions.record import from_line, new_decision, to_line

__all__ = [
    "Log",
    "active",
    "from_line",
    "match",
    "new_decision",
    "open_log",
    "state_folder",
    "to_line",
]
