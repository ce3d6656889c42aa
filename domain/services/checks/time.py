"""Checks of the day of an application: it is neither too early nor too late."""

from typing import Final

from domain.services.checks.check import Check
from domain.titles import Title

NOT_TOO_EARLY: Final = Check(
    "C-EARLY",
    Title("申请时间核对", "Not too early"),
    "R-TOO-EARLY",
    Title(
        zh="尚未到规定的申请时间，请在规定的时间内申请。期满换证从有效期满前九十日起申请，"
        "超龄换证从达到规定年龄起申请，身体条件证明在记分周期结束后提交。",
        en="It is too early to apply. A licence is renewed from 90 days before it expires, "
        "exchanged for age from the birthday on which a class ends, and a medical certificate "
        "submitted after the end of the points cycle.",
    ),
)
IN_TIME: Final = Check(
    "C-TIME",
    Title("申请期限核对", "Applied in time"),
    "R-TOO-LATE",
    Title(
        zh="申请已超过规定期限，不能办理。仅超过网上办理期限的，请到驾驶证核发地车辆管理所窗口申请；"
        "其他情形请到该窗口咨询。",
        en="The time for applying has passed. If only the time for applying online has, apply at "
        "the window of the vehicle office that issued the licence; otherwise ask there.",
    ),
)
