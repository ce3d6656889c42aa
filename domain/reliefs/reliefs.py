"""RELIEFS: all reliefs of the province in one stream, which every decision on a deadline guards."""

from typing import Final

from msgspec.structs import asdict, replace

from domain.aggregate import Aggregate, Effect
from domain.people import Actor, Role
from domain.reliefs import commands, events
from domain.reliefs.decisions import DECISIONS
from domain.reliefs.state import Reliefs, ReliefsStage, StandingRelief
from domain.reliefs.words import WORDS


def _announced(current: Reliefs, event: events.ReliefAnnounced) -> Reliefs:
    said = asdict(event)
    replaced = said.pop("instead_of")
    left = tuple(each for each in current.standing if each.relief != replaced)
    gone = tuple(each for each in current.standing if each.relief == replaced)
    return replace(
        current,
        standing=(*left, StandingRelief(**said)),
        announced=current.announced + 1,
        replaced=(*current.replaced, *gone),
    )


def _ended(current: Reliefs, event: events.ReliefEnded) -> Reliefs:
    standing = tuple(
        replace(each, last=event.last) if each.relief == event.relief else each
        for each in current.standing
    )
    return replace(current, standing=standing)


def _sees(by: Actor, current: Reliefs, owner: Actor) -> bool:
    """Every official. A citizen is told of a relief beside the deadline that it moves."""
    return by.role not in {Role.APPLICANT, Role.PARTNER}


RELIEFS: Final = Aggregate(
    kind="reliefs",
    initial=Reliefs(),
    event=events.ReliefEvent,
    command=commands.ReliefCommand,
    decisions=DECISIONS,
    effects=(
        Effect(events.ReliefAnnounced, to=ReliefsStage.ANNOUNCED, change=_announced),
        Effect(events.ReliefEnded, change=_ended),
    ),
    words=WORDS,
    sees=_sees,
)
