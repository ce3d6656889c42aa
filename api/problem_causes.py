"""Why a problem arises and what to do next: by the kind of the refusal, or by the status."""

from collections.abc import Mapping
from typing import Final

from domain.refusal import Conflict, Forbidden, Invalid, Refusal, Stale, Unknown
from domain.titles import Title

OF_KINDS: Final[Mapping[type[Refusal], tuple[Title, Title]]] = {
    Unknown: (
        Title(
            "地址或者正文中写明的对象不存在，或者不属于您可以查看的范围；两种情形的答复相同。",
            "What the address or the body names does not exist, or is not yours to see; both are "
            "answered alike.",
        ),
        Title(
            "核对编号和所用身份，再重新查询。请勿用同一编号反复重试。",
            "Check the id and who you are signed in as, then look again. A retry with the same id "
            "changes nothing.",
        ),
    ),
    Forbidden: (
        Title(
            "该命令存在，但是您的岗位、所属机构或者此前在本案中的角色不允许由您作出。",
            "The command exists, but your role, your office or your earlier part in the case does "
            "not let you give it.",
        ),
        Title(
            "请由有权的人员办理；可作的命令见查询结果中的 actions。",
            "Leave it to whoever may do it; actions in the answer to a look lists what you may do.",
        ),
    ),
    Conflict: (
        Title(
            "命令本身没有错误，但是与已经发生的事项不符，因此没有作任何登记。",
            "The command is in order, but it does not fit what has happened; nothing was stored.",
        ),
        Title(
            "重新查询当前状态，按 actions 中列出的命令办理；扩展成员写明了妨碍办理的具体事项。",
            "Look at the present state and take one of its actions; the members of the problem "
            "name what stands in the way.",
        ),
    ),
    Stale: (
        Title(
            "您所依据的版本之后又有新的事项，If-Match 或者 If-None-Match 因此不符。",
            "Something has happened since the version that you named in If-Match, or that you "
            "ruled out in If-None-Match.",
        ),
        Title(
            "重新读取，取得新的 ETag，确认仍要办理后再提交。",
            "Read it again, take the new ETag, and repeat the command if you still want it.",
        ),
    ),
    Invalid: (
        Title(
            "命令或者表单的内容有误；扩展成员写明了错误之处或者正确的值。",
            "The content of the command or form is wrong; the members of the problem say where, "
            "or what is right.",
        ),
        Title(
            "按所列内容更正，换用新的 Idempotency-Key 重新提交。",
            "Correct what is listed and send it again, with a new Idempotency-Key.",
        ),
    ),
}
BY_STATUS: Final[Mapping[int, tuple[Title, Title]]] = {
    400: (
        Title(
            "请求头、网址或者正文的写法不符合规定，系统未作进一步处理。",
            "A header, the address or the body is not written as it must be; nothing else was "
            "looked at.",
        ),
        Title(
            "对照接口说明更正写法后重新发送。",
            "Compare the request with the reference, correct it and send it again.",
        ),
    ),
    401: (
        Title(
            "请求没有附带令牌，或者令牌无效、已过期。",
            "There is no token with the request, or it is not valid, or no longer.",
        ),
        Title(
            "向身份认证服务取得新的令牌，放在 Authorization 请求头中再试。",
            "Get a new token from the identity provider and send it in the Authorization header.",
        ),
    ),
    413: (
        Title("正文或者其中一行超过上限。", "The body, or one line of it, exceeds the limit."),
        Title("拆分后分次提交。", "Divide it and send it in parts."),
    ),
    415: (
        Title(
            "Content-Type 或者 Content-Encoding 与该地址所接受的不同。",
            "The Content-Type or Content-Encoding is not one that this address takes.",
        ),
        Title("按说明设置请求头后重新发送。", "Set the headers as described and send it again."),
    ),
    429: (
        Title(
            "同一网络地址、登录身份或者查询码的连接、请求或者错误尝试超过上限；"
            "violated-policies 列出上限的名称。",
            "The connections, requests or wrong attempts of one address, of somebody who has "
            "signed in, or with one reference have passed a limit; violated-policies names it.",
        ),
        Title(
            "按 Retry-After 等候后再试；RateLimit 响应头写明余量。"
            "确需更高上限的，请与运维人员联系。",
            "Wait as Retry-After says, then try again; the RateLimit header says what is left. "
            "Ask the operator if you need more.",
        ),
    ),
    503: (
        Title(
            "系统或者其依赖的服务暂时不可用，或者尚不能确定结果。",
            "The service, or one that it rests on, is away for a moment, or the outcome is not "
            "known yet.",
        ),
        Title(
            "按 Retry-After 等待后，用同一 Idempotency-Key 重试；有 command_id 的，可先查询结果。",
            "Wait as Retry-After says and retry with the same Idempotency-Key; with a command_id, "
            "you may ask for the outcome first.",
        ),
    ),
}
OWN: Final[Mapping[str, tuple[Title, Title]]] = {
    "handling-way-unfit": (
        Title(
            "申请填报的办理渠道（channel）不能办理本次申请，rule 说明不符的是哪一条。",
            "The application names a channel by which it cannot come; rule tells which rule of "
            "that channel it breaks.",
        ),
        Title(
            "各渠道由谁、何时、办理哪些业务，见业务目录中的办理方式；请换用合适的渠道提交。",
            "Who may use a channel, when and for what, stands in the catalogue under handling "
            "ways. Send it by another.",
        ),
    ),
    "precondition-required": (
        Title(
            "经办人员作出决定，须写明所依据的版本；请求没有带 If-Match，也没有带 If-None-Match。",
            "An officer decides on the version that he saw, and there is neither If-Match nor "
            "If-None-Match with the request.",
        ),
        Title(
            "已有的事项，先读取，把 ETag 写入 If-Match；要新建的（如某地某日的号源计划），"
            "写 If-None-Match: *，已经存在的答复 412。",
            "Read what there is and name its ETag in If-Match. To begin something, such as the "
            "plan of a place for a day, send If-None-Match: *; if it is there already, the answer "
            "is 412.",
        ),
    ),
    "service-not-open": (
        Title(
            "业务已列入目录，办理流程尚未开通；申请表填写无误，但是没有作任何登记。",
            "The service is in the catalogue, but no way leads to its end yet. The form is in "
            "order; nothing was stored.",
        ),
        Title(
            "开通时间尚未确定，重复提交结果不变；是否开通，见 GET /api/v1/services 中的 open。"
            "现在需要办理的，请登录“交管12123”手机App或者到窗口办理。",
            "It is not known when it will open, so a retry changes nothing; open in GET "
            "/api/v1/services tells. Until then use the app 交管12123, or go to the window.",
        ),
    ),
}
"""Why a problem arises and what follows, where its kind does not tell it well."""
