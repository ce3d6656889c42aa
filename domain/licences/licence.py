"""LICENCE: a driving licence as the register has it. Its stream is computed from its number."""

from collections.abc import Iterable
from typing import Final

from domain.access import may_see
from domain.aggregate import Aggregate, Decision
from domain.case.review.events import RegisterChangesOrdered
from domain.conflict import Interests, OfficialAct
from domain.licences import commands, decisions, events
from domain.licences.changes import EFFECTS
from domain.licences.deadlines import timer
from domain.licences.duties import timed
from domain.licences.state import LicenceOnRecord, LicenceStage
from domain.licences.words import WORDS
from domain.message import CountReliefs, PassDeadline
from domain.people import Actor, Role
from domain.reaction import DONE, Cause, Consequence, Reaction
from domain.refusal import Unknown
from domain.register.changes import concern
from domain.register.licence_changes import LicenceGranted
from domain.reliefs.effect import guarding
from domain.reliefs.reaction import counting

_CHANGES: Final = decisions.CHANGES.keys() | {LicenceGranted}
_BY_ITSELF: Final = frozenset({Role.SYSTEM})
_OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
_ON_RECORD: Final = frozenset({LicenceStage.ON_RECORD})


def _sees(by: Actor, current: LicenceOnRecord, owner: Actor) -> bool:
    """The officials of the office's subtree. What it says is about one person."""
    return may_see(by, office=current.record.office, owner=owner)


def _ordered(cause: Cause[RegisterChangesOrdered]) -> Iterable[Consequence]:
    """Everything that one outcome changes in one licence is one command."""
    said = cause.event
    if said.licence and concern(said.changes, _CHANGES):
        change = commands.ChangeLicence(
            case=cause.stream, changes=said.changes, registrant=said.registrant
        )
        yield Consequence(said.licence, change)


LICENCE_RELIEFS: Final = counting("licence")
LICENCE: Final = Aggregate(
    kind="licence",
    initial=LicenceOnRecord(),
    event=events.LicenceEvent,
    command=commands.LicenceCommand,
    decisions=(
        Decision(
            commands.EnterLicence, at=set(LicenceStage), by=_BY_ITSELF, decide=decisions.enter
        ),
        Decision(
            commands.ChangeLicence, at=set(LicenceStage), by=_BY_ITSELF, decide=decisions.change
        ),
        Decision(
            PassDeadline,
            at=_ON_RECORD,
            by=_BY_ITSELF,
            decide=decisions.pass_deadline,
            reads=guarding,
        ),
        Decision(
            CountReliefs,
            at=_ON_RECORD,
            by=_BY_ITSELF,
            decide=decisions.count_reliefs,
            reads=guarding,
        ),
        Decision(
            commands.ConfirmCancellation,
            at=_ON_RECORD,
            by=_OFFICERS,
            decide=decisions.confirm_cancellation,
            when=lambda licence: bool(licence.listed),
            otherwise=decisions.not_listed,
            act=OfficialAct.DECIDE,
            reads=guarding,
        ),
    ),
    effects=EFFECTS,
    words=WORDS,
    timer=timer,
    timed=timed,
    sees=_sees,
    interests=lambda current: Interests(holders=frozenset({current.record.holder})),
    office=lambda current: current.record.office,
    reactions=(
        Reaction(
            name="licence_register",
            on=RegisterChangesOrdered,
            then=_ordered,
            refused={Unknown: DONE},
        ),
        *LICENCE_RELIEFS,
    ),
)
