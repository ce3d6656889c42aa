"""PREFECTURE: one of the eighteen, with what it has decided about its windows."""

from typing import Final

from domain.aggregate import Aggregate
from domain.people import Actor, Role
from domain.prefectures import commands, events
from domain.prefectures.changes import EFFECTS
from domain.prefectures.decisions import DECISIONS
from domain.prefectures.effect import timer, took_effect
from domain.prefectures.state import Prefecture
from domain.prefectures.words import WORDS


def _sees(by: Actor, current: Prefecture, owner: Actor) -> bool:
    """Everybody but an applicant sees the decisions. What is open is public anyway."""
    return by.role not in {Role.APPLICANT, Role.PARTNER}


PREFECTURE: Final = Aggregate(
    kind="prefecture",
    initial=Prefecture(),
    event=events.PrefectureEvent,
    command=commands.PrefectureCommand,
    decisions=DECISIONS,
    effects=EFFECTS,
    words=WORDS,
    settle=took_effect,
    timer=timer,
    sees=_sees,
    office=lambda current: current.region,
    about=lambda current: {"region": current.region},
)
