"""Tokens that stand for each other though letters do not say so: *Bob* and *Robert*.

Learned: tokens left over side by side in at least three names (*Islands*, *salas*). Written down:
short forms of given names.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_SHORT_FORMS = """
abe abraham; al albert alan alfred; alex alexander; andy andrew; art arthur; barb barbara; barney
bernard; becky rebecca; ben benjamin; bernie bernard; bert albert herbert; beth elizabeth; betty
elizabeth; bill william; billy william; bob robert; bobby robert; brad bradley; cathy catherine;
charlie charles; chris christopher; chuck charles; dan daniel; danny daniel; dave david; debbie
deborah; dick richard; don donald; doug douglas; ed edward edwin; eddie edward; frank francis;
fred frederick alfred; gene eugene; gerry gerald; greg gregory; hal harold henry; hank henry;
harry henry harold; jack john; jackie jacqueline; jake jacob; jeff jeffrey; jen jennifer; jerry
gerald jerome; jim james; jimmy james; joe joseph; joey joseph; johnny john; jon jonathan; josh
joshua; judy judith; kate katherine; kathy katherine; ken kenneth; kim kimberly; larry lawrence;
len leonard; leo leonard; liz elizabeth; lou louis; maggie margaret; marge margaret; marty martin;
matt matthew; max maximilian; mel melvin; meg margaret; mick michael; mike michael; mo morris;
nancy ann; ned edward; nick nicholas; pam pamela; pat patrick patricia; patty patricia; peggy
margaret; pete peter; phil philip; ray raymond; rich richard; rick richard; rob robert; ron
ronald; ronnie ronald; russ russell; sally sarah; sam samuel; sandy alexander sandra; sid sidney;
stan stanley; steve steven stephen; sue susan; ted edward theodore; terry terence; tim timothy;
tom thomas; tommy thomas; tony anthony; trish patricia; val valerie; vic victor; vince vincent;
walt walter; wes wesley; will william; willy wilhelm; willi wilhelm; sasha alexander aleksandr;
volodya vladimir; dima dmitry; kolya nikolai; misha mikhail; kostya konstantin; fritz friedrich;
hans johannes; pepe jose; paco francisco; beppe giuseppe; gigi luigi
"""
_SHORT_FORM_ODDS = 6.0


@cache
def _table() -> dict[tuple[str, str], float]:
    text = (Path(__file__).parent / "data" / "equivalents.json").read_text("utf-8")
    table = {(a, b): odds / 10 for a, bs in json.loads(text).items() for b, odds in bs.items()}
    for line in _SHORT_FORMS.split(";"):
        short, *longer = line.split()
        for name in longer:
            table.setdefault((short, name), _SHORT_FORM_ODDS)
            table.setdefault((name, short), _SHORT_FORM_ODDS)
    return table


def equivalent(canonical: str, variant: str) -> float | None:
    """Log-odds (nats) that two folded tokens stand for each other; None where nothing is known."""
    return _table().get((canonical, variant))


def forget() -> None:
    """Drop what was read: the table has changed."""
    _table.cache_clear()
