"""Decides who does what next with a case, by its stage and its plan."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

from cheguan.town import (
    acts_after,
    acts_appointment,
    acts_intake,
    acts_numbers,
    acts_penalty,
    acts_post,
    acts_review,
)
from cheguan.town.life import Act, AskRegister, Life
from cheguan.town.pace import Pace
from domain.case.stage import OPEN, Stage
from domain.case.state import Case
from domain.people import system
from workers.checker import NAME as CHECKER

_BY_STAGE: Final[Mapping[Stage, Callable[[Life, Case, datetime, Pace], Act | None]]] = {
    Stage.PAYMENT_PENDING: acts_intake.unpaid,
    Stage.SUBMITTED: acts_intake.submitted,
    Stage.CORRECTION_REQUESTED: acts_intake.to_be_corrected,
    Stage.ON_SITE_REQUIRED: acts_intake.on_site,
    Stage.CHOOSING_NUMBER: acts_numbers.choosing,
    Stage.NUMBER_RESERVED: acts_numbers.reserved,
    Stage.FACTS_SHOWN: acts_penalty.facts_shown,
    Stage.DISPUTED: acts_penalty.disputed,
    Stage.DECIDED: acts_penalty.decided,
    Stage.ACCEPTED: acts_review.accepted,
    Stage.IN_REVIEW: acts_review.in_review,
    Stage.APPROVED: acts_post.approved,
    Stage.IN_PRODUCTION: acts_post.in_production,
    Stage.READY_TO_SEND: acts_post.ready_to_send,
    Stage.IN_POST: acts_post.in_post,
    Stage.RETURNED: acts_post.returned,
    Stage.READY_FOR_PICKUP: acts_post.ready_for_pickup,
    Stage.DELIVERED: acts_post.delivered,
    Stage.REFUSED: acts_after.refused,
}
_CHECKED: Final = frozenset({Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_REVIEW})
_LEAST: Final = timedelta(milliseconds=1)


def next_act(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    """The act that follows one at ``at``. None means that nobody has anything left to do.

    The register speaks before any officer does.
    """
    if current.pay_again_by and life.once("paid again"):
        act: Act | None = acts_intake.paid(current, at, pace)
    elif current.stage in _CHECKED and current.consulted_at is None:
        act = Act(pace.machine(at), system(CHECKER), AskRegister())
    elif current.appointment is not None and current.stage in OPEN:
        act = acts_appointment.booked(life, current, current.appointment, at, pace)
    else:
        stage = _BY_STAGE.get(current.stage)
        act = stage(life, current, at, pace) if stage else None
    return act and act._replace(at=max(act.at, at + _LEAST))
