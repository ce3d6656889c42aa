"""Who decides which precautions the halls of a prefecture keep."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from domain.circumstances import Circumstances
from domain.hall_measures import commands, events
from domain.hall_measures.precautions import Precautions
from domain.hall_measures.refusals import MeasuresOfTheDetachment, MeasuresOfThePast
from domain.hall_measures.state import HallMeasures, measures_of
from domain.offices.tree import HEADQUARTERS, REGIONS, detachment_of
from domain.people import Role

_REGIONS: Final[Mapping[UUID, str]] = {measures_of(code): code for code in REGIONS}


def decide(
    current: HallMeasures, command: commands.DecideHallMeasures, at: Circumstances
) -> Sequence[events.HallMeasuresEvent]:
    """The detachment of the city decides, or the headquarters, and for no day that is over."""
    region = _REGIONS.get(at.stream, "")
    if not may_decide(region, at.by.role, at.by.office):
        raise MeasuresOfTheDetachment(region=region)
    if command.effective_on < at.today:
        raise MeasuresOfThePast(earliest=at.today)
    wanted = Precautions(
        effective_on=command.effective_on,
        staff_temperature=command.staff_temperature,
        checks_before_opening=command.checks_before_opening,
        limited_hall=command.limited_hall,
    )
    if current.on(command.effective_on) == wanted:
        return []
    return [
        events.HallMeasuresDecided(
            region=region,
            effective_on=command.effective_on,
            staff_temperature=command.staff_temperature,
            checks_before_opening=command.checks_before_opening,
            limited_hall=command.limited_hall,
            body=at.by.office or HEADQUARTERS,
            reason=command.reason,
        )
    ]


def may_decide(region: str, role: Role, office: str | None) -> bool:
    """Whether an official of this role and office decides for the halls of the prefecture."""
    return region in REGIONS and (
        role is Role.HQ or (role is Role.SUPERVISOR and office == detachment_of(region))
    )
