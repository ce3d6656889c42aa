"""Events about the precautions of a prefecture. These names and fields are stored for ever."""

from datetime import date

from domain.message import Event


class HallMeasuresEvent(Event, frozen=True, kw_only=True):
    """Something that was decided about the halls of a prefecture."""


class HallMeasuresDecided(HallMeasuresEvent, frozen=True, kw_only=True):
    """From ``effective_on`` on the halls keep the precautions that are true here.

    ``reason`` is empty in decisions from before a reason was asked for.
    """

    region: str
    effective_on: date
    staff_temperature: bool
    checks_before_opening: bool
    limited_hall: bool
    body: str
    reason: str = ""
