"""The words of the pages on which a citizen applies."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Language, Title

APPLY: Final = Title("网上办理", "Apply")
MATTER: Final = Title("申请事项", "What you apply for")
DOCUMENTS: Final = Title("上传材料", "Documents")
CODE: Final = Title("短信验证", "SMS code")
DECLARATION: Final = Title("业务须知和申告", "Notice and declaration")
CHECK: Final = Title("核对并提交", "Check and submit")

YES: Final = Title("是", "Yes")
NO: Final = Title("否", "No")
PARTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "year": Title("年", "Year"),
        "month": Title("月", "Month"),
        "day": Title("日", "Day"),
        "hour": Title("时", "Hour"),
        "minute": Title("分", "Minute"),
    }
)
NO_DAY: Final = Title("长期有效", "No last day (long-term)")
PROVEN: Final = Title("已验证", "verified")
OPEN_ONLY: Final = Title(
    "只列出今天开放此项业务的网点。没有合适的网点时，请选择邮政寄递。",
    "Only places that are open for this service today are listed. If none suits you, choose post.",
)
NO_FILE: Final = Title("请选择要上传的文件。", "Choose the file that you want to upload.")
TO_CHOOSE: Final = Title("请选择一项。", "Choose one of these.")
TO_UPLOAD: Final = Title("请上传此项材料。", "Please upload it.")
WRONG_DIGITS: Final = Title(
    "验证码不正确或者已失效，请核对短信后重新填写，或者重新获取。",
    "These are not the digits, or they have expired. Compare them with the message, or ask for "
    "another one.",
)

NOTICE_VERSION: Final = "2020.1"
DECLARATION_VERSION: Final = "2020.1"
DECLARED: Final[tuple[Title, ...]] = (
    Title(
        "本人填写的内容和上传的材料真实、有效；提供虚假材料申请的，依法承担责任，且一年内不得再次申请。",
        "What I have filled in and uploaded is true and valid. Whoever applies with false papers "
        "is liable by law and may not apply again for a year.",
    ),
    Title(
        "本人（本单位）的机动车、驾驶证没有被依法查封、扣押、暂扣等不得办理此业务的情形。",
        "My vehicle and my licence are not seized, detained or suspended, and nothing else stands "
        "in the way of this service.",
    ),
    Title(
        "提交后不能再修改申请内容；受理之前可以撤回，受理之后撤回须经车辆管理所同意。",
        "After submission nothing can be changed. Until acceptance I may withdraw; afterwards the "
        "vehicle office must agree.",
    ),
    Title(
        "同意车辆管理所为办理此业务核对、使用本人提供的个人信息。",
        "The vehicle office may check and use the personal data that I give, for this service.",
    ),
)


def label(title: Title, language: Language) -> str:
    """A name as it stands before a field or over a page: English begins with a capital."""
    text = title.text(language)
    return text[:1].upper() + text[1:]


def told_of(name: str, error: str, language: Language) -> str:
    """What is wrong with a field, where it does not stand beside it."""
    return f"{name}：{error}" if language == "zh" else f"{name}: {error}"
