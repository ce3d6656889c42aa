"""What a page shows of a penalty: the facts, the decision, and how what is owed grows."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from api.desk import Desk
from api.language import Language
from domain.case.penal import is_penal
from domain.case.stage import Stage
from domain.case.state import Case
from domain.clocks.fines import additional_penalty, days_to_the_most
from domain.door.refusals import NotFound
from domain.identifiers.violation_acts import act_of
from domain.law import Law
from domain.licences.licence import LICENCE
from domain.penalties.penalty import PENALTY
from domain.penalties.state import Owed, PenaltyOnRecord, PenaltyStage, penalty_named
from domain.people import system
from domain.register.validity import POINTS_LIMIT
from domain.services.penal.facts import ViolationFacts
from projections.tracking.tone import Tone

_READER: Final = system("penalty_pages")
_LATE: Final = (0, 1, 10)
"""The days after the due day of which a page says what would be owed, and the last is the most."""
_TONES: Final[Mapping[PenaltyStage, Tone]] = {
    PenaltyStage.PAYABLE: Tone.ACT,
    PenaltyStage.PAID: Tone.GOOD,
    PenaltyStage.REVOKED: Tone.OVER,
    PenaltyStage.WARNED: Tone.OVER,
}
PUNISHED_BY: Final = Law("RTSL", "107", verified=True)
PAID_BY: Final = Law("RTSL", "108", verified=True)
GROWS_BY: Final = Law("RTSL", "109", verified=True)


class OwedFrom(NamedTuple):
    """What is owed on a day, in fen. ``is_today`` marks today, and ``is_most`` what never grows."""

    day: date
    days_late: int
    owed: Owed
    is_today: bool
    is_most: bool


class Points(NamedTuple):
    """The points of the running cycle, as the register has them, and how many oblige to education.

    What the penalty orders is among them as soon as it is entered.
    """

    scored: int
    limit: int


class PenaltySheet(NamedTuple):
    """``decision`` is None before there is one. ``growth`` is empty where nothing is to be paid.

    ``is_open`` says that its driver may still be heard, ``waits`` that his statement is being
    looked at, and ``heard`` that it was answered, which is done once.
    """

    facts: ViolationFacts | None
    act: str
    is_open: bool
    waits: bool
    heard: bool
    decision: PenaltyOnRecord | None
    paper: bool
    owed: Owed
    growth: Sequence[OwedFrom]
    points: Points | None
    stage: str
    tone: Tone
    told_of: str | None
    paid_by: str | None
    grows_by: str | None

    @property
    def days_late(self) -> int:
        """For how many days the growth has begun. It is 0 while the fine is not late."""
        return next((each.days_late for each in self.growth if each.is_today), 0)


async def penalty_sheet(desk: Desk, current: Case, language: Language) -> PenaltySheet | None:
    """None for a case that is about no penalty. What is owed is that of today."""
    if not is_penal(current):
        return None
    decision = await _decision(desk, current)
    facts = current.facts if isinstance(current.facts, ViolationFacts) else None
    return PenaltySheet(
        facts=facts,
        act=act_of(facts.act_code).text(language) if facts else "",
        is_open=current.stage is Stage.FACTS_SHOWN and not current.heard,
        waits=current.stage is Stage.DISPUTED,
        heard=current.stage is Stage.FACTS_SHOWN and current.heard,
        decision=decision,
        paper=facts is not None and not facts.electronic_service,
        owed=decision.owed_on(desk.today) if decision else Owed(0, 0),
        growth=growth_of(decision, desk.today) if decision else (),
        points=await _points(desk, current) if facts else None,
        stage=decision.stage.text(language) if decision else "",
        tone=_TONES.get(decision.stage, Tone.WAIT) if decision else Tone.WAIT,
        told_of=PUNISHED_BY.citation(language),
        paid_by=PAID_BY.citation(language),
        grows_by=GROWS_BY.citation(language),
    )


def growth_of(decision: PenaltyOnRecord, today: date) -> Sequence[OwedFrom]:
    """What is owed on the due day, one and ten days late, today, and when it grows no more."""
    due = decision.pay_by
    if due is None or decision.stage is not PenaltyStage.PAYABLE:
        return ()
    most = days_to_the_most(due)
    now = min(max((today - due).days, 0), most)
    return [
        OwedFrom(
            day=due + timedelta(days=late),
            days_late=late,
            owed=Owed(
                decision.fine_fen, additional_penalty(decision.fine_fen, late, judged_on=due)
            ),
            is_today=today > due and late == now,
            is_most=late == most,
        )
        for late in sorted({*_LATE, now, most})
    ]


async def _points(desk: Desk, current: Case) -> Points | None:
    """None where our own register has no such licence."""
    if current.licence is None:
        return None
    try:
        opened, _ = await desk.door.open(LICENCE, current.licence, _READER)
    except NotFound:
        return None
    running = [each for each in opened.state.record.cycles if each.ends_on >= desk.today]
    return Points(sum(each.points for each in running), POINTS_LIMIT.on(desk.today))


async def _decision(desk: Desk, current: Case) -> PenaltyOnRecord | None:
    """The decision that the case has made, or whose fine it pays."""
    stream = penalty_named(current.decision_no) if current.decision_no else current.penalty
    if stream is None:
        return None
    try:
        opened, _ = await desk.door.open(PENALTY, stream, _READER)
    except NotFound:
        return None
    return opened.state
