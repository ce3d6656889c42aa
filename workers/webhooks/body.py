"""What a partner is told: which case by its reference, which service, which stage, and when.

Nothing of it is personal. Whoever wants more asks the API in his own name.
"""

from datetime import datetime
from typing import Annotated, Final, Literal

import msgspec

from domain.case.stage import Stage

CASE: Final = "case.stage_reached"
TEST: Final = "webhook.test"


class StageReached(msgspec.Struct, frozen=True):
    """``reference`` is that by which the case is tracked, ``service`` that of the catalogue."""

    reference: Annotated[str, msgspec.Meta(examples=["AAAA-BBBB-CCCC-D"])]
    service: str
    stage: Stage


class CaseMessage(msgspec.Struct, frozen=True):
    """``timestamp`` is when the case has reached the stage. Messages may come in another order."""

    type: Literal["case.stage_reached"]
    timestamp: Annotated[datetime, msgspec.Meta(tz=True)]
    data: StageReached


class NoData(msgspec.Struct, frozen=True):
    """A test tells of no case."""


class TrialMessage(msgspec.Struct, frozen=True):
    """An official has asked for it, to see whether the address takes messages."""

    type: Literal["webhook.test"]
    timestamp: Annotated[datetime, msgspec.Meta(tz=True)]
    data: NoData


def case_body(at: datetime, reference: str, service: str, stage: Stage) -> bytes:
    """Always the same bytes, however often it is sent."""
    told = StageReached(reference=reference, service=service, stage=stage)
    return msgspec.json.encode(CaseMessage(type=CASE, timestamp=at, data=told))


def trial_body(at: datetime) -> bytes:
    return msgspec.json.encode(TrialMessage(type=TEST, timestamp=at, data=NoData()))
