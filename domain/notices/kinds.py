"""The closed lists of a notice. Their codes are stored for ever."""

from typing import Final

from domain.choice import Choice


class NoticeStage(Choice):
    """``NEW`` is the notice before its first event, and is never stored."""

    NEW = "new", "尚未生成", "Not written"
    DUE = "due", "待发送", "To be sent"
    WAITING = "waiting", "等待发送", "Waiting"
    ENTRUSTED = "entrusted", "已提交服务商", "Given to a provider"
    HANDED_OVER = "handed_over", "已发出，待回执", "Sent, no receipt yet"
    ARRIVED = "arrived", "已送达", "Arrived"
    UNDELIVERED = "undelivered", "未送达", "Not delivered"


class Addressee(Choice):
    """Who is told: somebody of a case, or whom a reminder concerns."""

    APPLICANT = "applicant", "申请人", "applicant"
    AGENT = "agent", "代理人", "agent"
    HOLDER = "holder", "所有人或者持证人", "owner or holder"


OF_CASES: Final = (Addressee.APPLICANT, Addressee.AGENT)
"""Those of a case. The number of each stands in the part of his name."""


class NoticeChannel(Choice):
    SMS = "sms", "短信", "text message"
    EMAIL = "email", "电子邮件", "e-mail"


class WaitReason(Choice):
    """Why a notice is not sent now."""

    QUIET_HOURS = "quiet_hours", "免打扰时段", "quiet hours"
    NO_ANSWER = "no_answer", "服务商没有答复", "the provider has not answered"


class UndeliveredReason(Choice):
    """Why nobody has received it. The first ones are the provider's, the others our own."""

    NUMBER_UNKNOWN = "number_unknown", "号码不存在", "there is no such number or address"
    SWITCHED_OFF = "switched_off", "关机或者不在服务区", "the telephone is off or out of reach"
    BLOCKED = "blocked", "被拦截或者拒收", "blocked or refused"
    FAILED = "failed", "其他原因未送达", "for another reason"
    NO_ADDRESS = "no_address", "没有可用的联系方式", "no number or address is known"
    ERASED = "erased", "个人信息已删除", "the personal data were erased"
    TOO_LATE = "too_late", "超过发送期限", "it could not be sent in time"
