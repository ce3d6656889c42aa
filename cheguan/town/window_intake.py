"""How an officer of the town enters what somebody has brought to his window."""

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from cheguan.town import officers
from cheguan.town.applications import filled_in
from cheguan.town.blocks import GREEN
from cheguan.town.brought import NOTHING, Brought
from cheguan.town.fates import Plan
from cheguan.town.requests import town_request
from domain.calendar import local_day
from domain.case.grounds import GreenKind
from domain.case.intake.commands import GreenAtWindow, TakeInAtWindow
from domain.case.overlays.reasons import GreenProof
from domain.door.request import Request
from domain.people import Role
from domain.services.choices import Channel, UserKind
from domain.services.reader import read_window_form
from domain.services.vouched import Vouched
from domain.services.ways import ways_of
from domain.services.window.form import WindowForm
from domain.submission.sealing import Applications
from domain.vault import DataKey

_AT_A_COUNTER: Final = Vouched(ways_of(Role.CLERK), frozenset({UserKind.REAL_NAME, UserKind.UNIT}))
_RESCUE: Final = GreenAtWindow(
    kind=GreenKind.AMBULANCE,
    proof=GreenProof.AUTHORITY,
    note="经卫生健康主管部门来函确认，该车用于疫情防控转运救治，急需投入使用，同意走绿色通道。",
)


class Entered(NamedTuple):
    """What is given to the door."""

    case: UUID
    command: TakeInAtWindow
    request: Request


def entered(
    plan: Plan,
    at: datetime,
    applications: Applications,
    key: DataKey,
    attempt: int = 0,
    brought: Brought = NOTHING,
) -> Entered:
    """The case that begins at the window.

    A duty leader lets in what goes through the green channel. He is the approver, gives his
    reason and says how he knows it.
    """
    form: WindowForm = read_window_form(
        filled_in(plan, at, attempt, brought), today=local_day(at), vouched=_AT_A_COUNTER
    )
    green = _RESCUE if plan.fate in GREEN else None
    case, command = applications.taken_in(form, key, plan.counter, green)
    by = officers.leader(plan.counter) if green else officers.clerk(plan.counter, plan.number)
    request = town_request(case, 0, command, by)
    channel = Channel.EMERGENCY if green else form.channel
    return Entered(case, command, msgspec.structs.replace(request, channel=channel))
