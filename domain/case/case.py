"""CASE: one application, from its submission to the letterbox."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import Aggregate, Link
from domain.case.appointment.chapter import APPOINTMENT
from domain.case.appointment.links import seat_links
from domain.case.appointment.office import CANCELLED_DAYS, FREED_SEATS
from domain.case.consultation.chapter import CONSULTATION
from domain.case.deadlines.chapter import DEADLINES
from domain.case.deadlines.clock import adjusted
from domain.case.deadlines.relief import CASE_RELIEFS, moved_by_reliefs
from domain.case.deadlines.timers import timed, timer
from domain.case.deadlines.windows import OPENINGS, held_by_windows
from domain.case.delivery.chapter import DELIVERY
from domain.case.delivery.following import PARCEL_FOLLOWED
from domain.case.delivery.links import parcel_links
from domain.case.delivery.money import money_links
from domain.case.examination.chapter import EXAMINATION
from domain.case.examination.follow import EXAMS_CANCELLED, RANKINGS
from domain.case.examination.session import session_links
from domain.case.expectation.chapter import EXPECTATION
from domain.case.intake.chapter import INTAKE
from domain.case.intake.payment import ORDER_PAID, order_links
from domain.case.numbers import number_links
from domain.case.overlays.casework import CASEWORK
from domain.case.overlays.chapter import OVERLAYS
from domain.case.parties import interests
from domain.case.penalty.chapter import PENALTIES
from domain.case.penalty.links import penalty_links
from domain.case.production.chapter import PRODUCTION
from domain.case.remedies.chapter import REMEDIES
from domain.case.reservation.chapter import RESERVATION
from domain.case.reservation.decisions import NUMBER_ISSUED
from domain.case.reservation.links import choice_links
from domain.case.review.answer import records
from domain.case.review.chapter import REVIEW
from domain.case.review.orders import undone_at_the_end
from domain.case.stage import ASKS_AGAIN, FINAL, MOVABLE, OPEN, UNDER_REVIEW, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseCommand, CaseEvent
from domain.case.warnings.chapter import WARNINGS
from domain.case.words import FIELDS, REFUSALS
from domain.circumstances import Circumstances
from domain.claims.claim import CLAIM
from domain.claims.commands import ReleaseClaim, TakeClaim
from domain.claims.kind import ClaimKind
from domain.claims.state import postal_item, register_record
from domain.one_time_codes.mobile_code import used
from domain.parcels.state import parcel_of
from domain.people import Actor
from domain.wording import Words

CHAPTERS: Final = (
    INTAKE,
    CONSULTATION,
    REVIEW,
    PENALTIES,
    PRODUCTION,
    DELIVERY,
    OVERLAYS,
    DEADLINES,
    REMEDIES,
    EXAMINATION,
    RESERVATION,
    APPOINTMENT,
    WARNINGS,
    EXPECTATION,
)
_APPROVED: Final = frozenset({Stage.APPROVED, Stage.COMPLETED})
_CLOCK_ENDS: Final = FINAL | {Stage.APPROVED}


def _at_stage(current: Case, stage: Stage) -> Case:
    """What a stage by itself puts an end to."""
    ended = stage in FINAL
    waits_on = stage is Stage.IN_PRODUCTION
    return replace(
        current,
        stage=stage,
        clock=None if stage in _CLOCK_ENDS else current.clock,
        deadline=current.deadline if waits_on else None,
        extended=tuple(each for each in current.extended if each.new),
        deemed_on=None,
        pay_again_by=current.pay_again_by if stage in ASKS_AGAIN else None,
        deferred_until=None if ended and current.decided_on is None else current.deferred_until,
        resting_since=current.resting_since if waits_on else None,
        lent=current.lent if stage in UNDER_REVIEW else None,
        withdrawal_requested=current.withdrawal_requested and not ended,
        offer=current.offer if stage in MOVABLE else None,
        warning=current.warning if stage in OPEN else None,
        escalation=None if ended else current.escalation,
        holds=frozenset() if ended else current.holds,
        bases={} if ended else current.bases,
    )


def _settled(after: Case, at: Circumstances) -> Sequence[CaseEvent]:
    """The statutory clock stops or runs again, and a closed window holds or releases the case.

    Neither looks at the other: no hold of a window stops the statutory clock. What a decision has
    ordered is undone when the case ends without it. Then the reliefs are asked, because what rests
    has no day that they could move.
    """
    settled = [*adjusted(after, at), *held_by_windows(after, at), *undone_at_the_end(after)]
    return [*settled, *moved_by_reliefs(reduce(CASE.evolve, settled, after), at)]


def _links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """What a case claims for itself alone, and when it lets go; what it uses, and what is owed."""
    if after.claim and before.stage not in OPEN and after.stage in OPEN:
        take = TakeClaim(kind=ClaimKind.OPEN_CASE, case=at.stream)
        yield Link(CLAIM, after.claim, take, fresh=True)
    if after.claim and before.stage in OPEN and after.stage in FINAL:
        yield Link(CLAIM, after.claim, ReleaseClaim(kind=ClaimKind.OPEN_CASE, case=at.stream))
    if after.item_no and after.posts > before.posts:
        parcel = parcel_of(at.stream, after.posts)
        take = TakeClaim(kind=ClaimKind.POSTAL_ITEM, case=at.stream, parcel=parcel)
        yield Link(CLAIM, postal_item(after.item_no), take, fresh=True)
    approved = before.stage is Stage.IN_REVIEW and after.stage in _APPROVED
    approved = approved or (after.decision_no is not None and before.decision_no is None)
    if approved or (before.ordered and not after.ordered):
        answered = after.consulted_at if approved and after.from_register else None
        for each in records(after):
            take = TakeClaim(kind=ClaimKind.REGISTER_RECORD, case=at.stream, answered_at=answered)
            yield Link(CLAIM, register_record(each), take, fresh=True)
    if before.stage is Stage.NEW:
        for named in after.mobile_codes:
            yield used(named, at.stream)
    yield from parcel_links(before, after, at)
    yield from number_links(before, after, at)
    yield from penalty_links(before, after, at)
    yield from choice_links(before, after, at)
    yield from order_links(before, after, at)
    yield from seat_links(before, after, at)
    yield from session_links(before, after, at)
    yield from money_links(before, after, at)


def _sees(by: Actor, current: Case, owner: Actor) -> bool:
    return may_see(by, office=current.office, owner=owner)


def _about(current: Case) -> dict[str, str]:
    return {"reference": current.reference, "service": current.service}


CASE: Final[Aggregate[Case]] = Aggregate(
    kind="case",
    initial=Case(),
    event=CaseEvent,
    command=CaseCommand,
    decisions=tuple(row for chapter in CHAPTERS for row in chapter.decisions),
    effects=tuple(row for chapter in CHAPTERS for row in chapter.effects),
    words=Words(
        stages={stage: stage.words for stage in Stage},
        events={name: title for chapter in CHAPTERS for name, title in chapter.events.items()},
        fields={
            **FIELDS,
            **{name: title for chapter in CHAPTERS for name, title in chapter.fields.items()},
        },
        commands={name: title for chapter in CHAPTERS for name, title in chapter.commands.items()},
        refusals={
            **REFUSALS,
            **{code: text for chapter in CHAPTERS for code, text in chapter.refusals.items()},
        },
    ),
    at_stage=_at_stage,
    settle=_settled,
    links=_links,
    timer=timer,
    timed=timed,
    sees=_sees,
    interests=interests,
    office=lambda current: current.office,
    about=_about,
    reactions=(
        ORDER_PAID,
        *PARCEL_FOLLOWED,
        NUMBER_ISSUED,
        OPENINGS,
        CASEWORK,
        *CASE_RELIEFS,
        RANKINGS,
        EXAMS_CANCELLED,
        CANCELLED_DAYS,
        FREED_SEATS,
    ),
    tells=tuple(row for chapter in CHAPTERS for row in chapter.tells),
    time_ordered=True,
)
