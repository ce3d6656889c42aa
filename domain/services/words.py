"""The words that every form needs: of its own fields, and of a field of the wrong shape."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

SERVICE: Final = Title("业务代码", "service code")
CHANNEL: Final = Title("办理渠道", "channel")
USER_KIND: Final = Title("用户类型", "kind of user")
CAPACITY: Final = Title("申请人身份", "capacity")
PAPERS: Final = Title("材料", "papers")
DELIVERY: Final = Title("领取方式", "delivery")
PAYS: Final = Title("缴费方式", "payment")
NUMBER: Final = Title("选定的号牌号码", "plate number chosen")
DETAILS: Final = Title("其他填报内容", "other particulars")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "json": Title(
            zh="提交的内容不是有效的JSON对象，请检查后重新提交。",
            en="The body is not a valid JSON object. Correct it and send it again.",
        ),
        "service": Title(
            zh="未指明办理的业务，或者该业务不存在。请从业务目录中选择。",
            en="The service is missing or does not exist. Choose one of the catalogue.",
        ),
        "missing": Title(
            zh="此项为必填项，请填写。", en="This field is required. Please fill it in."
        ),
        "unknown_field": Title(
            zh="表单中没有此项，请删除。", en="The form has no such field. Please remove it."
        ),
        "not_applicable": Title(
            zh="按所选办理方式，此项不需要填写，请删除。",
            en="This field does not apply to what was chosen. Please remove it.",
        ),
        "type": Title(
            zh="此项的数据类型不正确，请按表单说明填写。",
            en="The value is of the wrong type. See the description of the form.",
        ),
        "length": Title(
            zh="此项内容过长或者过短，请按规定长度填写。",
            en="The value is too long or too short. Keep to the length given in the form.",
        ),
        "choice": Title(
            zh="此项不在可选范围内，请从所列选项中选择。",
            en="The value is not one of the choices. Choose one of those listed.",
        ),
        "format": Title(
            zh="此项格式不正确，请按表单说明填写。",
            en="The value has the wrong format. See the description of the form.",
        ),
        "range": Title(
            zh="数值超出允许范围，请更正。", en="The number is out of range. Please correct it."
        ),
        "date": Title(
            zh="日期不存在或者格式不正确，请按“年-月-日”（如2020-02-24）填写。",
            en="There is no such date, or it is not written as YYYY-MM-DD, such as 2020-02-24.",
        ),
        "instant": Title(
            zh="时间格式不正确，请填写带时区的时间（如2020-02-24T09:30:00+08:00）。",
            en="The time is not valid. Write it with its zone, such as 2020-02-24T09:30:00+08:00.",
        ),
        "date_range": Title(
            zh="日期明显有误，请核对年份。", en="The date cannot be right. Please check the year."
        ),
        "note_characters": Title(
            zh="内容含有换行等无法打印的字符，请在一行内重新填写。",
            en="The text holds characters that cannot be printed, such as a line break. Type it "
            "again in one line.",
        ),
        "channel_not_yours": Title(
            zh="填报的办理渠道与登录的渠道不符。请填写实际使用的渠道；"
            "申请人本人只能通过网页或者手机客户端申请，窗口等渠道由工作人员填报。",
            en="You did not come through this channel. Name the one that you use: an applicant "
            "comes through the website or the app, and a window is named by the officer there.",
        ),
        "user_kind_not_proven": Title(
            zh="填报的用户类型与登录身份不符。请按登录时认证的用户类型填写；"
            "需要实名办理的，请先完成实名认证再登录。",
            en="You are not signed in as a user of this kind. Give the kind as which you are "
            "signed in; for another one have your identity verified and sign in again.",
        ),
        "real_name_required": Title(
            zh="此业务须由实名用户办理。请先完成实名认证后再申请。",
            en="This service needs a real-name user. Have your identity verified first.",
        ),
        "unit_not_served": Title(
            zh="单位用户不能办理此业务。请由驾驶证持有人本人申请。",
            en="A unit cannot use this service. The holder of the licence must apply.",
        ),
        "unit_online": Title(
            zh="单位机动车不能网上办理此业务。请到车辆管理所窗口办理。",
            en="This service is not online for the vehicles of units. Please go to the window of "
            "the vehicle office.",
        ),
    }
)
