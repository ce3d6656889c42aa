"""The words of an appointment."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

SLOT_DATE: Final = Title("预约日期", "date of the appointment")
SLOT_PERIOD: Final = Title("预约时段", "time of the appointment")
WAIT_IF_FULL: Final = Title(
    "名额已满时同意候补他人退出的名额",
    "ready to wait for a seat that somebody lets go, if none is left",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "slot_not_ahead": Title(
            zh="预约日期应当晚于今天，请选择明天或者以后的日期。",
            en="An appointment is made for tomorrow at the earliest. Choose a later day.",
        ),
        "slot_too_far": Title(
            zh="预约日期过远，请选择可预约期限以内的日期。",
            en="The day lies too far ahead. Choose an earlier one.",
        ),
        "place_unknown": Title(
            zh="没有该办理地点，或者该地点不办理此业务，请从所列地点中选择。",
            en="There is no such place, or it does not handle this service. Choose one of those "
            "listed.",
        ),
        "place_elsewhere": Title(
            zh="所选地点不在机动车登记地，请选择登记地省辖市内的地点。",
            en="The place is not in the prefecture where the vehicle is registered. Choose one "
            "that is.",
        ),
    }
)
