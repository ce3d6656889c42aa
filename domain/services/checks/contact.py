"""Checks of what somebody says about how he is reached."""

from typing import Any, Final

from domain.services.checks.check import Check
from domain.services.given import Given
from domain.titles import Title


def _verified(given: Given[Any]) -> bool:
    verified: bool = given.facts.mobile_verified
    return verified


MOBILE_VERIFIED: Final = Check(
    "C-MOBILE",
    Title("手机号码验证", "Mobile number verified"),
    "R-MOBILE-UNVERIFIED",
    Title(
        zh="新手机号码未通过短信验证。请用新手机号码接收验证码并完成验证后重新申请。",
        en="The new mobile number has not been verified. Confirm the code sent to the new "
        "number, then apply again.",
    ),
    _verified,
)
