"""What is said of names, telephones and addresses."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

NEW_MOBILE: Final = Title("新手机号码", "new mobile")
NEW_MOBILE_CODE_ID: Final = Title(
    "新手机号码的验证码编号", "id of the SMS code sent to the new mobile"
)
EMAIL: Final = Title("电子邮箱", "e-mail")
POSTCODE: Final = Title("邮政编码", "postcode")
CONTACT_ADDRESS: Final = Title("联系地址", "contact address")
MOBILE_VERIFIED: Final = Title("手机号码已验证", "mobile verified")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "name_length": Title(
            zh="姓名应为1至40个字，请更正。", en="A name has 1 to 40 characters. Please correct it."
        ),
        "name_characters": Title(
            zh="姓名含有不允许的字符。请按身份证明上的姓名填写：只填汉字，或者只填字母；少数民族姓名"
            "中间用间隔号“·”。",
            en="The name holds characters it may not. Write it as on the identity document: in "
            "汉字 or in letters, not both, with the dot · between the parts of a minority name.",
        ),
        "mobile_length": Title(
            zh="手机号码应为11位，请核对后重新填写。",
            en="A mobile number has 11 digits. Please check it.",
        ),
        "mobile_characters": Title(
            zh="手机号码格式不正确，请填写以1开头的11位中国内地手机号码，例如13800001234。",
            en="This is not a mobile number of the Chinese mainland. Write 11 digits that begin "
            "with 1, such as 13800001234.",
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
            zh="地址含有换行等无法打印的字符。请删除后在一行内重新填写，不要从其他文档复制。",
            en="The address holds characters that cannot be printed, such as a line break. Type it "
            "again in one line instead of copying it.",
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
