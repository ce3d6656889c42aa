"""The wording for conditions of a service, and for what one field says of another."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

CONDITIONS: Final[Mapping[str, Title]] = MappingProxyType(
    {
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
        "id_type_user_kind": Title(
            zh="身份证明类型与用户类型不符：单位用户应使用统一社会信用代码，个人用户应使用个人身份证明。",
            en="The identity document does not fit the user: a unit gives its unified social "
            "credit code, a person an identity document.",
        ),
        "agent_online": Title(
            zh="个人网上办理须由本人申请。委托他人代理的，请到车辆管理所窗口办理。",
            en="Online a person applies for himself. An agent may apply at the window.",
        ),
        "business_reason": Title(
            zh="业务类型与申请原因不符：丢失、灭失的应申请补领，损毁的应申请换领。",
            en="The business does not fit the reason: lost or destroyed plates are reissued, "
            "damaged ones replaced.",
        ),
        "no_contact_changed": Title(
            zh="请至少填写一项需要变更的联系方式（手机号码、电子邮箱、邮政编码或者联系地址）。",
            en="Give at least one contact to change: mobile, e-mail, postcode or address.",
        ),
        "pickup_office_unknown": Title(
            zh="所选领取网点不存在或者不办理领取，请重新选择，也可以选择邮政寄递。",
            en="There is no such counter for collection. Choose another, or choose post.",
        ),
        "pickup_office_elsewhere": Title(
            zh="领取网点应在机动车登记地所在市，请重新选择，也可以选择邮政寄递。",
            en="The counter must lie in the prefecture where the vehicle is registered. Choose "
            "another, or choose post.",
        ),
        "not_agreed": Title(
            zh="请阅读并同意业务须知后再提交。", en="Read the notice and agree to it first."
        ),
        "sms_unverified": Title(
            zh="手机号码尚未验证。请获取并填写短信验证码。",
            en="The mobile number is not verified. Ask for an SMS code and enter it.",
        ),
        "sms_stale": Title(
            zh="短信验证已过期。请重新获取并填写短信验证码。",
            en="The SMS verification is too old. Ask for a new code and enter it.",
        ),
        "in_future": Title(
            zh="时间晚于今天，请核对。", en="The time lies in the future. Please check it."
        ),
        "issued_elsewhere": Title(
            zh="延期换领驾驶证应当向驾驶证核发地车辆管理所申请。该驾驶证不是河南省核发的，请向核发地申请。",
            en="Deferral is granted by the issuing office only. This licence was not issued in "
            "Henan: apply where it was issued.",
        ),
        "licence_long_term": Title(
            zh="长期有效的驾驶证不需要换领，也不需要延期。",
            en="A long-term licence does not expire, so there is nothing to defer.",
        ),
        "R-TOO-LATE": Title(
            zh="网上申请延期应当在驾驶证有效期满一个月前提出。请在有效期满前到车辆管理所窗口申请；"
            "已经期满的，请到窗口咨询。",
            en="Online, deferral must be applied for one month before the licence expires. Apply "
            "at the window before it expires; after that, ask there.",
        ),
        "deferral_not_later": Title(
            zh="延期截止日期应当晚于驾驶证有效期截止日期，请更正。",
            en="The day asked for must be later than the expiry of the licence.",
        ),
        "deferral_too_long": Title(
            zh="延期最长不超过三年，请选择有效期满之日起三年以内的日期。",
            en="A deferral lasts three years at most. Choose a day within three years of expiry.",
        ),
    }
)
