"""The duties where nobody reviews an application: a number, an appointment, a penalty."""

from domain.case.grounds import Hold
from domain.case.state import Case
from domain.case.window import window_of
from projections.tracking import duty_words as words
from projections.tracking.duty_told import Duty
from projections.tracking.duty_words import DutyKind


def choose_number(current: Case, asked: object) -> Duty:
    ends = current.deadline.at if current.deadline else None
    return Duty(
        DutyKind.CHOOSE_NUMBER, (words.CHOOSE_A_NUMBER,), words.CHOOSE_IN_THE_SESSION, at=ends
    )


def register(current: Case, asked: object) -> Duty:
    closed = Hold.OFFICE_SUSPENDED in current.holds
    return Duty(
        DutyKind.REGISTER,
        (words.NUMBER_KEPT,) if closed else (words.REGISTER_AT,),
        words.REGISTER_OR_LAPSE,
        bring=(words.ID_CARD, words.VEHICLE_PAPERS, words.REFERENCE),
        office=window_of(current),
    )


def attend(current: Case, asked: object) -> Duty | None:
    """Who has a seat or a place comes on its day. Who is only ranked, or on a list, waits."""
    booked, ranked = current.appointment, current.booking
    if booked is not None and booked.comes:
        return Duty(
            DutyKind.ATTEND,
            (words.COME_ON_THE_DAY,),
            words.COUNTED_AS_MISSED,
            by=booked.on,
            bring=(words.ID_CARD, words.REFERENCE),
            office=booked.place,
        )
    if ranked is not None and ranked.placed:
        return Duty(
            DutyKind.SIT_EXAM,
            (words.SIT_ON_THE_DAY,),
            words.ABSENT_IS_FAILED,
            by=ranked.exam_on,
            bring=(words.ID_CARD,),
        )
    return None


def answer_facts(current: Case, asked: object) -> Duty | None:
    """Whoever has accepted them, or was heard, waits for the decision."""
    if current.facts_accepted or current.heard:
        return None
    return Duty(DutyKind.ANSWER_FACTS, (words.ACCEPT_OR_STATE,), words.DECIDED_ALL_THE_SAME)
