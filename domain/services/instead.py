"""What is said of a service for which no applications are taken yet, and what to do instead."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from domain.services.service import Group, Service
from domain.titles import Title

NOT_OPEN: Final = Title("尚未开通", "not open yet")

_ELSEWHERE: Final = Title(
    "该业务在窗口办理，本系统不登记办理结果。前往窗口前，请先咨询当地车驾管部门是否开放。",
    "It is done at the window, and its outcome is not entered here. Ask the office before you go "
    "whether its window is open.",
)
_WINDOW: Final = Title("车辆管理所窗口", "the window of the vehicle office")
_WINDOWS: Final[Mapping[Group, Title]] = MappingProxyType(
    {
        Group.VEHICLE: _WINDOW,
        Group.LICENCE: _WINDOW,
        Group.VIOLATION: Title(
            "公安机关交通管理部门的违法处理窗口", "the violations window of the traffic police"
        ),
    }
)


def instead_of(service: Service[Any]) -> Title | None:
    """Where to go while the service is not open. There is nothing to say of one that is open.

    Windows open by place and by step (the announcement of 2020-02-23), so people ask first.
    """
    if service.open:
        return None
    if service.at_window:
        return _ELSEWHERE
    window = _WINDOWS[service.group]
    return Title(
        f"本系统尚未开通该业务。请登录“交管12123”手机App办理，或者到{window.zh}办理；"
        "前往窗口前，请先咨询当地车驾管部门是否开放。",
        "This service is not open here yet. Use the app 交管12123, or go to "
        f"{window.en}; ask the office before you go whether its window is open.",
    )
