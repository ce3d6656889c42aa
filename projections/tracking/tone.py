"""How a stage looks to the applicant: he has what he asked for, or must act, or waits."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.case.stage import Stage


class Tone(StrEnum):
    """Only who has what he asked for sees the colour of success."""

    GOOD = "good"
    BAD = "bad"
    OVER = "over"
    ACT = "act"
    WAIT = "wait"


_TONES: Final[Mapping[Stage, Tone]] = MappingProxyType(
    {
        Stage.NEW: Tone.WAIT,
        Stage.SUBMITTED: Tone.WAIT,
        Stage.ACCEPTED: Tone.WAIT,
        Stage.IN_REVIEW: Tone.WAIT,
        Stage.APPROVED: Tone.WAIT,
        Stage.IN_PRODUCTION: Tone.WAIT,
        Stage.READY_TO_SEND: Tone.WAIT,
        Stage.IN_POST: Tone.WAIT,
        Stage.DELIVERED: Tone.WAIT,
        Stage.FACTS_SHOWN: Tone.WAIT,
        Stage.DISPUTED: Tone.WAIT,
        Stage.DECIDED: Tone.WAIT,
        Stage.COMPLETED: Tone.GOOD,
        Stage.NOT_ACCEPTED: Tone.BAD,
        Stage.REFUSED: Tone.BAD,
        Stage.LAPSED: Tone.BAD,
        Stage.WITHDRAWN: Tone.OVER,
        Stage.PAYMENT_PENDING: Tone.ACT,
        Stage.CORRECTION_REQUESTED: Tone.ACT,
        Stage.ON_SITE_REQUIRED: Tone.ACT,
        Stage.RETURNED: Tone.ACT,
        Stage.CHOOSING_NUMBER: Tone.ACT,
        Stage.NUMBER_RESERVED: Tone.ACT,
        Stage.READY_FOR_PICKUP: Tone.ACT,
    }
)


if untold := frozenset(Stage) - _TONES.keys():
    raise ValueError(f"no tone is set for {sorted(untold)}")


def tone_of(stage: Stage) -> Tone:
    return _TONES[stage]
