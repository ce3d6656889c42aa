"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.deadlines import events
from domain.case.state import Case
from domain.clocks.clock import Clock
from domain.telling import Telling, day
from domain.titles import Title

_TOLD: Final = frozenset(
    {
        Clock.CORRECTION_REPLY,
        Clock.DECIDE,
        Clock.PAY_HOLD,
        Clock.PICKUP_HOLD,
        Clock.RETURN_HOLD,
        Clock.RECON_APPLY,
        Clock.SUIT,
    }
)
"""The deadlines that are his own, and that of the decision. Others are the office's business."""


def _extended(current: Case, event: events.DeadlineExtended) -> Title | None:
    if event.clock not in _TOLD:
        return None
    if event.new is None:
        return Title(
            "{clock}的期限顺延，截止日期另行通知。",
            "There is more time for {clock}. You will be told until when.",
        ).filled(clock=Clock(event.clock).words)
    return Title(
        "{clock}的期限由{old}顺延至{new}。",
        "The deadline for {clock} moved from {old} to {new}.",
    ).filled(clock=Clock(event.clock).words, old=day(event.old), new=day(event.new))


def _forward(current: Case, event: events.DeadlineBroughtForward) -> Title | None:
    if event.clock not in _TOLD:
        return None
    return Title(
        "{clock}的期限由{old}提前至{new}。",
        "The deadline for {clock} moved from {old} to {new}, which is earlier.",
    ).filled(clock=Clock(event.clock).words, old=day(event.old), new=day(event.new))


def _lapsed(current: Case, event: events.CaseLapsed) -> Title:
    told = Title(
        "期限届满，本次申请终止办理，详见进度查询。",
        "Its time is over, so the application has ended; tracking tells more.",
    )
    if event.reconsider_by is None:
        return told
    by = day(event.reconsider_by)
    return Title(
        f"{told.zh}不服的，可在{by.zh}前（含当日）申请行政复议。",
        f"{told.en} You may ask for reconsideration by {by.en}.",
    )


TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(events.DeadlineExtended, _extended),
    Telling(events.DeadlineBroughtForward, _forward),
    Telling(events.CaseLapsed, _lapsed),
)
