"""The wording for who applies: identity numbers, names, telephone and address."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title


def _resident(kind: str, zh: str, en: str) -> dict[str, Title]:
    return {
        f"{kind}_length": Title(
            zh=f"{zh}应为18位，请核对后重新填写。",
            en=f"The {en} must have 18 characters. Please check it.",
        ),
        f"{kind}_characters": Title(
            zh=f"{zh}只能由数字组成，末位可以为字母X，请更正。",
            en=f"The {en} may hold digits only, and an X at the end. Please correct it.",
        ),
        f"{kind}_region": Title(
            zh=f"{zh}的地区代码不存在，请核对前六位。",
            en=f"The region in the {en} does not exist. Please check the first six digits.",
        ),
        f"{kind}_date": Title(
            zh=f"{zh}中的出生日期不存在，请核对第七至十四位。",
            en=f"The {en} holds no real date of birth. Please check digits 7 to 14.",
        ),
        f"{kind}_check_digit": Title(
            zh=f"{zh}校验不通过，请逐位核对后重新填写。",
            en=f"The {en} does not check. Please compare it digit by digit.",
        ),
        f"{kind}_future_date": Title(
            zh=f"{zh}中的出生日期晚于今天，请核对。",
            en=f"The date of birth in the {en} lies in the future. Please check it.",
        ),
        f"{kind}_age": Title(
            zh=f"{zh}中的出生日期过早，请核对。",
            en=f"The date of birth in the {en} lies too far back. Please check it.",
        ),
    }


IDENTITY: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **_resident("resident_id", "公民身份号码", "resident ID number"),
        **_resident("licence_no", "驾驶证号码", "licence number"),
        "licence_no_is_id_no": Title(
            zh="驾驶证号码应当与申请人的身份证明号码一致，请核对。",
            en="The licence number must be the applicant's ID number. Please check both.",
        ),
        "id_no_characters": Title(
            zh="证件号码只能由字母和数字组成，请更正。",
            en="The number of the document may hold letters and digits only. Please correct it.",
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
            en="The unified social credit code does not check. Please compare it with the "
            "certificate.",
        ),
        "uscc_organisation_code": Title(
            zh="统一社会信用代码中的组织机构代码校验不通过，请核对第九至十七位。",
            en="The organisation code in the unified social credit code does not check. Please "
            "check characters 9 to 17.",
        ),
        "name_length": Title(
            zh="姓名应为1至40个字，请更正。", en="A name has 1 to 40 characters. Please correct it."
        ),
        "name_characters": Title(
            zh="姓名含有不允许的字符，请按身份证明上的姓名填写。",
            en="The name holds characters it may not. Write it as on the identity document.",
        ),
        "mobile_length": Title(
            zh="手机号码应为11位，请核对后重新填写。",
            en="A mobile number has 11 digits. Please check it.",
        ),
        "mobile_characters": Title(
            zh="手机号码格式不正确，请填写以1开头的11位中国内地手机号码。",
            en="This is not a mobile number of the Chinese mainland. Write 11 digits that begin "
            "with 1.",
        ),
        "email_format": Title(
            zh="电子邮箱格式不正确，请核对后重新填写。",
            en="This is not an e-mail address. Please check it.",
        ),
        "address_length": Title(
            zh="地址应为5至100个字，请填写详细地址。",
            en="An address has 5 to 100 characters. Please give it in full.",
        ),
        "address_characters": Title(
            zh="地址含有无法识别的字符，请删除后重新填写。",
            en="The address holds characters that cannot be printed. Please remove them.",
        ),
        "postcode_length": Title(
            zh="邮政编码应为6位数字，请更正。", en="A postcode has 6 digits. Please correct it."
        ),
        "postcode_characters": Title(
            zh="邮政编码应为6位数字，请更正。", en="A postcode has 6 digits. Please correct it."
        ),
        "region_length": Title(
            zh="行政区划代码应为6位数字，请更正。",
            en="A region code has 6 digits. Please correct it.",
        ),
        "region_characters": Title(
            zh="行政区划代码应为6位数字，请更正。",
            en="A region code has 6 digits. Please correct it.",
        ),
        "region_region": Title(
            zh="该行政区划代码不是河南省内的代码，请选择省内的县（市、区）。",
            en="This is no region code of Henan. Choose a county or district of the province.",
        ),
        "region_not_county": Title(
            zh="请选择到县（市、区）一级。", en="Please choose the county or district."
        ),
    }
)
