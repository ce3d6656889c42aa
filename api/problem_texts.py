"""What each problem is called and what the caller can do about it, in both languages.

The codes are public: ``/problems/<code>`` is the ``type`` of the answer, and the address of its
page. A code is never renamed and never gets another meaning.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class ProblemText(NamedTuple):
    """A title and an explanation, each in Chinese and in English."""

    zh_title: str
    en_title: str
    zh_detail: str
    en_detail: str


UNKNOWN: Final = ProblemText(
    "请求未能办理",
    "The request could not be carried out",
    "该请求按目前情形不能办理。请核对后重试。",
    "The request cannot be carried out as things stand. Please check it and try again.",
)

GENERAL: Final[Mapping[str, ProblemText]] = {
    "callback-not-signed": ProblemText(
        "回调签名未通过核验",
        "The callback is not signed as it should be",
        "请按 Standard Webhooks 以约定密钥对 webhook-id、webhook-timestamp 和报文原文签名（v1），"
        "并核对服务器时间，误差不得超过五分钟。",
        "Sign webhook-id, webhook-timestamp and the body as sent by Standard Webhooks (v1) with "
        "the agreed secret, and check your clock: it may be five minutes from ours at most.",
    ),
    "callback-altered": ProblemText(
        "同一回调编号此前内容不同",
        "Another body came under this id before",
        "每一 webhook-id 只能对应一份报文；新的通知请使用新的编号。",
        "A webhook-id stands for one body. Send what is new under a new id.",
    ),
    "bad-request": ProblemText(
        "请求有误",
        "Bad request",
        "请求无法识别。请核对后重新提交。",
        "The request could not be understood. Please check it and send it again.",
    ),
    "not-found": ProblemText(
        "未找到",
        "Not found",
        "所请求的内容不存在，或者您无权查看。",
        "What you asked for does not exist, or is not yours to see.",
    ),
    "method-not-allowed": ProblemText(
        "不支持的请求方法",
        "Method not allowed",
        "此地址不支持该请求方法。可用的方法见 Allow 响应头。",
        "This address does not support the method. The Allow header lists those it does.",
    ),
    "not-acceptable": ProblemText(
        "无法提供所需格式",
        "Not acceptable",
        "此内容没有您所要求的格式。",
        "This is not available in the format you asked for.",
    ),
    "conflict": ProblemText(
        "与现有状态冲突",
        "Conflict",
        "该请求与当前状态冲突。请重新查询后再办理。",
        "The request conflicts with the present state. Please look again and repeat it.",
    ),
    "gone": ProblemText(
        "内容已不存在",
        "Gone",
        "所请求的内容已不再提供。",
        "What you asked for is no longer available.",
    ),
    "precondition-failed": ProblemText(
        "内容已有更新",
        "Changed in the meantime",
        "您查看之后内容已有更新。请重新查询，确认后再办理。",
        "It has changed since you looked. Please look again and decide anew.",
    ),
    "precondition-required": ProblemText(
        "缺少版本条件",
        "The version is missing",
        "请在 If-Match 请求头中写明所依据的版本；尚未开始的事项，请写 If-None-Match: *。",
        "Please state in the If-Match header which version you have seen, or send "
        "If-None-Match: * for what has not begun.",
    ),
    "unprocessable": ProblemText(
        "内容不符合要求",
        "Unprocessable content",
        "所提交的内容不符合要求。请核对后重新提交。",
        "What was sent does not meet the requirements. Please check it and send it again.",
    ),
    "too-many-requests": ProblemText(
        "请求过于频繁",
        "Too many requests",
        "请求过于频繁。请按 Retry-After 响应头所示时间稍后再试。",
        "Too many requests. Please wait for the time given in the Retry-After header.",
    ),
    "unavailable": ProblemText(
        "系统繁忙",
        "Temporarily unavailable",
        "系统暂时无法办理。请稍后使用同一 Idempotency-Key 重试，不会重复受理。",
        "The service cannot do this just now. Please retry later with the same Idempotency-Key: "
        "nothing is carried out twice.",
    ),
    "sms-unavailable": ProblemText(
        "暂时无法发送短信",
        "No text message can be sent",
        "系统未接入短信网关，不能发送验证码。不变更手机号码的申请不受影响；需要变更手机号码的，请到窗口办理。",
        "The service has no gateway for text messages. Applications without a new mobile number go "
        "on as usual; a new number is registered at a window.",
    ),
    "unforeseen": ProblemText(
        "系统内部故障",
        "Internal error",
        "系统发生故障，已作记录。请稍后重试。",
        "Something went wrong on our side and has been recorded. Please try again later.",
    ),
    "form-invalid": ProblemText(
        "填报内容不符合要求",
        "The form has defects",
        "请按所列各项逐一更正后重新提交。",
        "Please correct each of the items listed and send it again.",
    ),
    "parameters-invalid": ProblemText(
        "请求参数不符合要求",
        "The parameters have defects",
        "请按所列各项更正请求参数后重试。",
        "Please correct the parameters listed and try again.",
    ),
}

IDENTITY: Final[Mapping[str, ProblemText]] = {
    "unauthenticated": ProblemText(
        "尚未登录",
        "Not signed in",
        "请在 Authorization 请求头中提供 Bearer 令牌。",
        "Please send a bearer token in the Authorization header.",
    ),
    "token-invalid": ProblemText(
        "令牌无效",
        "The token is not valid",
        "令牌无法验证或者不符合要求。请重新登录后再试。",
        "The token could not be verified or does not meet the requirements. Please sign in again.",
    ),
    "token-expired": ProblemText(
        "登录已过期",
        "The token has expired",
        "登录已过期。请重新登录后再试。",
        "Your sign-in has expired. Please sign in again.",
    ),
    "forbidden": ProblemText(
        "无权办理",
        "Not permitted",
        "您的岗位权限不包含此项操作。",
        "Your role does not include this action.",
    ),
    "identity-unavailable": ProblemText(
        "身份认证服务暂不可用",
        "The identity service is unavailable",
        "暂时无法核验身份。请稍后重试。",
        "Identities cannot be verified just now. Please try again later.",
    ),
}
