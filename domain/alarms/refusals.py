"""Why an alarm is not taken on or given back."""

from dataclasses import dataclass

from domain.refusal import Forbidden, Invalid


@dataclass(kw_only=True)
class AlarmOfAnotherPlace(Forbidden):
    """Only who leads the city, and the headquarters, see to its alarms."""

    region: str


@dataclass(kw_only=True)
class AlarmDiffers(Invalid):
    """The address names the alarm of another figure or place than the body."""

    alarm: str
