"""VIOLATION: what a camera has recorded. Its stream is computed from its number."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import LINKED, Aggregate, Decision, Effect
from domain.conflict import Interests, OfficialAct
from domain.penalties.events import FinePaid
from domain.people import Actor, Role
from domain.reaction import DONE, Cause, Consequence, Reaction
from domain.refusal import NotAtThisStage
from domain.violations import commands, decisions, events
from domain.violations.state import ViolationOnRecord, ViolationStage
from domain.violations.words import WORDS

_OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
_SYSTEM: Final = frozenset({Role.SYSTEM})
_OPEN: Final = frozenset({ViolationStage.PUBLISHED, ViolationStage.FACTS_SHOWN})
_HANDLED: Final = frozenset({ViolationStage.DECIDED, ViolationStage.SETTLED})


def _recorded(current: ViolationOnRecord, event: events.ViolationRecorded) -> ViolationOnRecord:
    return replace(
        current,
        office=event.office,
        occurred_at=event.occurred_at,
        plate_kind=event.plate_kind,
        plate_index=event.plate_index,
        key_id=event.key_id,
        sealed=event.sealed,
        enter_by=event.enter_by,
    )


def _entered(current: ViolationOnRecord, event: events.ViolationEntered) -> ViolationOnRecord:
    return replace(
        current,
        act_code=event.act_code,
        fine_fen=event.fine_fen,
        points=event.points,
        enter_by=None,
        publish_by=event.publish_by,
    )


def _published(current: ViolationOnRecord, event: events.ViolationPublished) -> ViolationOnRecord:
    return replace(current, publish_by=None)


def _shown(current: ViolationOnRecord, event: events.ViolationFactsShown) -> ViolationOnRecord:
    return replace(current, case=event.case)


def _decided(current: ViolationOnRecord, event: events.ViolationDecided) -> ViolationOnRecord:
    return replace(current, decision_no=event.decision_no)


def _released(current: ViolationOnRecord, event: events.ViolationReleased) -> ViolationOnRecord:
    return replace(current, case=None, decision_no=None)


def _sees(by: Actor, current: ViolationOnRecord, owner: Actor) -> bool:
    """The officials of the office's subtree. Its driver sees it in his case."""
    return may_see(by, office=current.office, owner=owner)


def _paid(cause: Cause[FinePaid]) -> Iterable[Consequence]:
    paid = cause.event
    if paid.violation:
        settle = commands.SettleViolation(decision_no=paid.decision_no, paid_on=paid.paid_on)
        yield Consequence(paid.violation, settle)


FINE_PAID: Final = Reaction(
    name="fine_paid", on=FinePaid, then=_paid, refused={NotAtThisStage: DONE}
)
VIOLATION: Final = Aggregate(
    kind="violation",
    initial=ViolationOnRecord(),
    event=events.ViolationEvent,
    command=commands.ViolationCommand,
    decisions=(
        Decision(
            commands.RecordViolation, at={ViolationStage.NEW}, by=_SYSTEM, decide=decisions.record
        ),
        Decision(
            commands.EnterViolation,
            at={ViolationStage.RECORDED},
            by=_OFFICERS,
            decide=decisions.enter,
            act=OfficialAct.CHECK,
        ),
        Decision(
            commands.DiscardViolation,
            at={ViolationStage.RECORDED},
            by=_OFFICERS,
            decide=decisions.discard,
            act=OfficialAct.CHECK,
        ),
        Decision(
            commands.PublishViolation,
            at={ViolationStage.ENTERED},
            by=_OFFICERS | _SYSTEM,
            decide=decisions.publish,
        ),
        Decision(commands.ShowViolationFacts, at=_OPEN, by=LINKED, decide=decisions.show_facts),
        Decision(
            commands.DecideViolation,
            at={ViolationStage.FACTS_SHOWN},
            by=LINKED,
            decide=decisions.decide,
        ),
        Decision(
            commands.DropViolation,
            at={ViolationStage.FACTS_SHOWN},
            by=LINKED,
            decide=decisions.drop,
        ),
        Decision(
            commands.ReleaseViolation,
            at=_OPEN | _HANDLED,
            by=LINKED,
            decide=decisions.release,
        ),
        Decision(
            commands.SettleViolation,
            at={ViolationStage.DECIDED, ViolationStage.PUBLISHED, ViolationStage.FACTS_SHOWN},
            by=_SYSTEM,
            decide=decisions.settle,
        ),
    ),
    effects=(
        Effect(events.ViolationRecorded, to=ViolationStage.RECORDED, change=_recorded),
        Effect(events.ViolationEntered, to=ViolationStage.ENTERED, change=_entered),
        Effect(events.ViolationDiscarded, to=ViolationStage.DISCARDED),
        Effect(events.ViolationPublished, to=ViolationStage.PUBLISHED, change=_published),
        Effect(events.ViolationFactsShown, to=ViolationStage.FACTS_SHOWN, change=_shown),
        Effect(events.ViolationDecided, to=ViolationStage.DECIDED, change=_decided),
        Effect(events.ViolationDropped, to=ViolationStage.DROPPED),
        Effect(events.ViolationReleased, to=ViolationStage.PUBLISHED, change=_released),
        Effect(events.ViolationSettled, to=ViolationStage.SETTLED),
    ),
    words=WORDS,
    sees=_sees,
    interests=lambda current: Interests(),
    office=lambda current: current.office,
    reactions=(FINE_PAID,),
)
