"""The words of who applies and of who acts for him."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.blocks.hint import Hint
from domain.services.blocks.resident_number import resident_number_texts
from domain.titles import Title

APPLICANT: Final = Title("申请人", "applicant")
AGENT: Final = Title("代理人", "agent")
ID_TYPE: Final = Title("身份证明种类", "identity document")
ID_NO: Final = Title("身份证明号码", "identity number")
NAME: Final = Title("姓名或者名称", "name")
"""A person has a 姓名 and a unit a 名称. This is said where either may apply."""
PERSON_NAME: Final = Title("姓名", "name")
UNIT_NAME: Final = Title("单位名称", "name of the unit")
MOBILE: Final = Title("手机号码", "mobile")
MOBILE_HINT: Final = Hint(
    "用于接收办理进度短信",
    "Messages about the application go to it",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **resident_number_texts("resident_id", "公民身份号码", "resident ID number"),
        "id_type_user_kind": Title(
            zh="身份证明种类与用户类型不符：单位用户应当使用统一社会信用代码，个人用户应当使用个人身份证明。",
            en="The identity document does not fit the user: a unit gives its unified social "
            "credit code, a person an identity document.",
        ),
        "agent_online": Title(
            zh="个人网上办理须由本人申请。委托他人代理的，请到车辆管理所窗口办理。",
            en="Online a person applies for himself. An agent may apply at the window.",
        ),
        "id_no_characters": Title(
            zh="证件号码只能由汉字、字母和数字组成，可以带括号。请对照证件填写，例如军字第2001988号。",
            en="The number of the document may hold 汉字, letters and digits, and brackets. Copy "
            "it from the document, such as 军字第2001988号.",
        ),
        "uscc_length": Title(
            zh="统一社会信用代码应为18位，请核对后重新填写。",
            en="The unified social credit code must have 18 characters. Please check it.",
        ),
        "uscc_characters": Title(
            zh="统一社会信用代码含有不允许的字符（不使用I、O、S、V、Z），请更正。",
            en="The unified social credit code holds a character it may not (I, O, S, V, Z are "
            "never used). Please correct it.",
        ),
        "uscc_check_digit": Title(
            zh="统一社会信用代码校验不通过，请逐位核对后重新填写。",
            en="The unified social credit code is not valid. Please compare it with the "
            "certificate.",
        ),
        "uscc_organisation_code": Title(
            zh="统一社会信用代码中的组织机构代码校验不通过，请核对第九至十七位。",
            en="The organisation code in the unified social credit code is not valid. Please "
            "check characters 9 to 17.",
        ),
    }
)
