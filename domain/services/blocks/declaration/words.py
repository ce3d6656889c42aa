"""The words of the notice, the declaration and the SMS code."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

DECLARATION: Final = Title("业务须知和申告", "notice and declaration")
NOTICE_VERSION: Final = Title("业务须知版本", "version of the notice")
AGREED_AT: Final = Title("同意时间", "agreed at")
DECLARATION_VERSION: Final = Title("申告版本", "version of the declaration")
SMS_CODE_ID: Final = Title("短信验证码编号", "id of the SMS code")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "not_agreed": Title(
            zh="请阅读并同意业务须知后再提交。", en="Read the notice and agree to it first."
        ),
        "sms_unverified": Title(
            zh="手机号码尚未验证。请获取并填写短信验证码。",
            en="The mobile number is not verified. Ask for an SMS code and enter it.",
        ),
        "in_future": Title(
            zh="时间晚于今天，请核对。", en="The time lies in the future. Please check it."
        ),
    }
)
