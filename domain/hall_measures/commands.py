"""The command to the precautions of a prefecture."""

from domain.message import Command
from domain.plausible import TakesEffect


class HallMeasuresCommand(Command, frozen=True, kw_only=True):
    """A request about the halls of a prefecture."""


class DecideHallMeasures(HallMeasuresCommand, frozen=True, kw_only=True):
    """Say which precautions beyond the announcement the halls keep from a day on."""

    effective_on: TakesEffect
    staff_temperature: bool
    checks_before_opening: bool
    limited_hall: bool
