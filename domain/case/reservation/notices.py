"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.reservation import events
from domain.case.state import Case
from domain.telling import Telling
from domain.titles import Title

TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(
        events.NumberReserved,
        Title(
            "号牌号码已预选成功，保留至{hold_until}（含当日）。请在此前到车辆管理所办理登记，"
            "逾期号码作废，两年内不得网上预选。",
            "The number is reserved until {hold_until}. Register the vehicle by then; after it the "
            "number is free, and for two years you cannot choose online.",
        ),
    ),
    Telling(
        events.ReservationExpired,
        Title(
            "预选的号牌号码逾期未使用，已作废，两年内不得网上预选。"
            "不服的，可在{reconsider_by}前（含当日）申请行政复议。",
            "The reserved number was not used in time and is free again. For two years you cannot "
            "choose online. You may ask for reconsideration by {reconsider_by}.",
        ),
    ),
    Telling(
        events.ReservationVoided,
        Title(
            "预选信息与登记信息不符（{reason}），预选的号牌号码作废。"
            "不服的，可在{reconsider_by}前（含当日）申请行政复议。",
            "What was entered differs from the originals ({reason}), so the number is void. You "
            "may ask for reconsideration by {reconsider_by}.",
        ),
    ),
)
