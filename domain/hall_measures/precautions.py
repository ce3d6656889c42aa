"""The precautions that go beyond the announcement of 23 February 2020. Each can be switched off."""

from datetime import date
from typing import Annotated

import msgspec

from domain.titles import Title


class Precautions(msgspec.Struct, frozen=True, gc=False):
    """What is kept in the halls of a prefecture from the day ``effective_on`` on.

    ``staff_temperature``: the temperature of the staff is taken too, not only the masks looked
    at. ``checks_before_opening``: no hall opens before the checks of the day stand.
    ``limited_hall``: nobody is let into a full hall. All of them are kept where nothing was
    decided. No law asks for them, they are practice.
    """

    effective_on: Annotated[date, Title("生效日期", "takes effect on")] = date.min
    staff_temperature: Annotated[bool, Title("工作人员测温", "temperature of the staff")] = True
    checks_before_opening: Annotated[
        bool, Title("晨检后方可开门", "no opening before the checks")
    ] = True
    limited_hall: Annotated[bool, Title("大厅限流", "limit of people in the hall")] = True
