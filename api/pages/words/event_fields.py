"""The fields of events, as an auditor reads them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

HIDDEN: Final = frozenset(
    {"key_id", "claim", "id_no_index", "plate_index", "vin_index", "licence_index"}
)
"""Keys and blind indexes: they say nothing to a reader and serve only to find and to open."""

FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "accept_by": Title("最迟受理日", "accept by"),
        "accepted_on": Title("受理日期", "accepted on"),
        "amount_fen": Title("金额", "amount"),
        "attempt": Title("寄递次数", "posting"),
        "banned_until": Title("限制申请至", "banned until"),
        "base_on": Title("延期起算日", "counted from"),
        "business": Title("办理方式", "business"),
        "capacity": Title("申请人身份", "capacity"),
        "cause": Title("重新办理原因", "cause"),
        "channel": Title("办理渠道", "channel"),
        "check": Title("核查项目", "check"),
        "clock": Title("期限事项", "deadline for"),
        "codes": Title("理由", "grounds"),
        "collected_fen": Title("代收费用", "collected"),
        "correction_notice_by": Title("最迟一次告知日", "notice of correction by"),
        "days_left": Title("剩余工作日", "working days left"),
        "decide_by": Title("最迟决定日", "decide by"),
        "decided_on": Title("决定日期", "decided on"),
        "defects": Title("补正内容", "to correct"),
        "deliver_by": Title("最迟送达日", "deliver by"),
        "delivered_on": Title("妥投日期", "delivered on"),
        "delivery": Title("领取方式", "delivery"),
        "destination_region": Title("寄往", "sent to"),
        "document_no": Title("证芯编号", "serial of the blank"),
        "expected_by": Title("预计到达日", "expected by"),
        "fee_fen": Title("工本费", "fee"),
        "from_office": Title("移出机关", "from"),
        "hand_over_by": Title("最迟交寄日", "hand over by"),
        "in_time": Title("在法定期限内", "in time"),
        "item_no": Title("邮件号码", "item number"),
        "keep_until": Title("保管至", "kept until"),
        "kind": Title("类别", "kind"),
        "mobile_verified": Title("手机号码已验证", "mobile verified"),
        "need_temp_plate": Title("需要临时号牌", "temporary plate wanted"),
        "new": Title("新期限", "new day"),
        "note": Title("说明", "note"),
        "office": Title("办理机关", "office"),
        "officer": Title("经办工号", "officer"),
        "old": Title("原期限", "old day"),
        "outcome": Title("复议结果", "outcome"),
        "papers": Title("材料", "papers"),
        "passed": Title("核查通过", "passed"),
        "pay_by": Title("最迟缴费时间", "pay by"),
        "pays": Title("缴费方式", "payment"),
        "place": Title("地点", "place"),
        "plate_kind": Title("号牌种类", "plate kind"),
        "plates_affected": Title("补换号牌", "plates affected"),
        "postage_fen": Title("邮寄费", "postage"),
        "reason": Title("原因", "reason"),
        "reconsider_by": Title("申请复议截止日", "reconsideration until"),
        "reference": Title("查询码", "reference"),
        "refund_fen": Title("退还费用", "refund"),
        "relief": Title("延期措施", "relief"),
        "reply_by": Title("最迟补正日", "reply by"),
        "requested_until": Title("申请延期至", "requested until"),
        "reviewer": Title("审核工号", "reviewer"),
        "right_office": Title("有权办理的机关", "office with power"),
        "scanned_at": Title("扫描时间", "scanned at"),
        "sealed": Title("个人信息", "personal data"),
        "service": Title("业务", "service"),
        "source": Title("核查来源", "source"),
        "stage": Title("状态", "stage"),
        "status": Title("邮件状态", "status"),
        "submitted_on": Title("提交日期", "submitted on"),
        "sue_by": Title("提起诉讼截止日", "lawsuit until"),
        "to_office": Title("移入机关", "to"),
        "until": Title("延期至", "until"),
        "user_kind": Title("用户类型", "user kind"),
        "valid_to": Title("有效期至", "valid to"),
    }
)
