"""What a deadline waits for, so that a day can stand after it (domain.md §6.3)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.clocks.clock import Clock
from domain.titles import Title

CLOCKS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        Clock.ACCEPT_1: Title("车辆管理所受理申请", "acceptance by the office"),
        Clock.CORRECTION_NOTICE: Title("一次告知补正内容", "the notice of what to correct"),
        Clock.CORRECTION_REPLY: Title("申请人提交补正材料", "the applicant's correction"),
        Clock.DECIDE: Title("车辆管理所作出办理决定", "the decision of the office"),
        Clock.DELIVER_10: Title("颁发、送达牌证", "delivery of the plates or document"),
        Clock.POST_HANDOVER: Title("牌证交寄", "handing over to the post"),
        Clock.POST_TRANSIT: Title("邮件送达", "arrival of the parcel"),
        Clock.PICKUP_HOLD: Title("到窗口领取", "pick-up at the window"),
        Clock.RETURN_HOLD: Title(
            "申请重新寄递或者改为领取", "a request to post again or to pick up"
        ),
        Clock.PAY_HOLD: Title("缴纳费用", "payment"),
        Clock.RECON_APPLY: Title("申请行政复议", "an application for reconsideration"),
        Clock.SUIT: Title("提起行政诉讼", "an administrative lawsuit"),
        Clock.TEMP_PLATE: Title("临时行驶车号牌到期", "the end of the temporary plate"),
        Clock.TEMP_PLATE_REISSUE: Title(
            "补换领期间临时行驶车号牌到期", "the end of the temporary plate until the reissue"
        ),
        Clock.PRESELECT_HOLD: Title("使用预选号牌号码", "use of the reserved number"),
        Clock.LIC_RENEW_OPEN: Title("可以申请期满换证", "the first day of renewal"),
        Clock.LIC_RENEW_ONLINE: Title("网上申请换证截止", "the last day of renewal online"),
        Clock.LIC_CANCEL_RENEW: Title(
            "逾期未换证注销驾驶证", "cancellation of the licence for want of renewal"
        ),
        Clock.LIC_RESTORE: Title("恢复驾驶资格", "restoration of the right to drive"),
        Clock.LIC_REVIEW: Title("驾驶证审验", "the review of the licence"),
        Clock.LIC_MEDICAL: Title("提交身体条件证明", "the medical certificate"),
        Clock.LIC_CANCEL_MEDICAL: Title(
            "逾期未提交身体条件证明注销驾驶证",
            "cancellation of the licence for want of a medical certificate",
        ),
        Clock.MEDICAL_CERT: Title("身体条件证明到期", "the end of the medical certificate"),
        Clock.DEFER_APPLY: Title("申请延期办理", "an application for deferral"),
        Clock.DEFER_END: Title("延期办理到期", "the end of the deferral"),
        Clock.POINTS_CYCLE: Title("记分周期结束", "the end of the points cycle"),
        Clock.LEARNER_PERMIT: Title("学习驾驶证明到期", "the end of the learner's permit"),
        Clock.SUBJ2_WAIT: Title("可以预约科目二考试", "the first day to book subject two"),
        Clock.SUBJ3_WAIT: Title("可以预约科目三考试", "the first day to book subject three"),
        Clock.RETEST_WAIT: Title("可以预约补考", "the first day to book a retest"),
        Clock.FINE_DUE: Title("缴纳罚款", "payment of the fine"),
        Clock.FINE_ADD: Title("加处罚款起算", "the additional penalty"),
    }
)
