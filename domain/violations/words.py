"""What people read for a violation."""

from typing import Final

from domain.titles import Title
from domain.violations.state import ViolationStage
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in ViolationStage},
    events={
        "ViolationRecorded": Title("违法行为已采集", "Recorded by a camera"),
        "ViolationEntered": Title("违法信息已审核录入", "Reviewed and entered"),
        "ViolationDiscarded": Title("经审核不予录入", "Reviewed and not entered"),
        "ViolationPublished": Title("违法信息已提供查询", "Published"),
        "ViolationFactsShown": Title("已告知违法事实、理由和依据", "Facts shown to the driver"),
        "ViolationDecided": Title("已作出处罚决定", "Penalty decided"),
        "ViolationDropped": Title("采纳申辩意见，不予处罚", "Driver heard, nobody punished"),
        "ViolationReleased": Title("恢复为未处理", "To be dealt with anew"),
        "ViolationSettled": Title("罚款已缴清", "Fine paid"),
    },
    fields={
        "office": Title("违法发生地机关", "office of the place"),
        "occurred_at": Title("违法时间", "when it happened"),
        "plate_kind": Title("号牌种类", "kind of plate"),
        "enter_by": Title("录入期限", "enter by"),
        "publish_by": Title("提供查询期限", "publish by"),
        "sealed": Title("号牌号码和违法地点", "plate number and place"),
        "officer": Title("审核工号", "officer"),
        "act_code": Title("违法代码", "code of the violation"),
        "fine_fen": Title("罚款金额", "fine"),
        "points": Title("记分", "points"),
        "reason": Title("不予录入的原因", "reason"),
        "published_on": Title("提供查询日期", "published on"),
        "case": Title("案件", "case"),
        "decision_no": Title("处罚决定书编号", "number of the decision"),
        "decided_on": Title("决定日期", "decided on"),
        "online": Title("网上处理", "dealt with online"),
        "paid_on": Title("缴款日期", "paid on"),
    },
    commands={
        "RecordViolation": Title("接收采集信息", "Take over a recording"),
        "EnterViolation": Title("审核录入", "Enter the violation"),
        "DiscardViolation": Title("不予录入", "Leave the picture out"),
        "PublishViolation": Title("提供查询", "Publish"),
        "ShowViolationFacts": Title("登记已告知", "Note that the facts were shown"),
        "DecideViolation": Title("登记处罚决定", "Note the decision"),
        "DropViolation": Title("登记不予处罚", "Note that nobody is punished"),
        "ReleaseViolation": Title("恢复为未处理", "Let it be dealt with anew"),
        "SettleViolation": Title("登记罚款已缴清", "Note that the fine was paid"),
    },
    refusals={
        "dealt-with-elsewhere": Explanation(
            Title("该违法行为正在其他案件中处理", "Another case deals with this violation"),
            Title(
                "同一违法行为只处理一次，请查看正在办理的案件。",
                "A violation is dealt with once. Look at the case that is under way.",
            ),
        ),
        "points-off-the-scale": Explanation(
            Title("没有该记分分值", "There is no such number of points"),
            Title("请从 scale 所列分值中选择。", "Choose one of those under scale."),
        ),
    },
)
