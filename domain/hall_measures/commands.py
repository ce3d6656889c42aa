"""The command to the precautions of a prefecture."""

from typing import Annotated

import msgspec

from domain.message import Command
from domain.plausible import TakesEffect
from domain.spelling import AS_SEEN


class HallMeasuresCommand(Command, frozen=True, kw_only=True):
    """A request about the halls of a prefecture."""


class DecideHallMeasures(HallMeasuresCommand, frozen=True, kw_only=True):
    """Say which precautions beyond the announcement the halls keep from a day on, and why.

    Every official reads the reason, so it names nobody.
    """

    effective_on: TakesEffect
    staff_temperature: bool
    checks_before_opening: bool
    limited_hall: bool
    reason: Annotated[str, msgspec.Meta(min_length=4, max_length=500), AS_SEEN]
