"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "ReconsiderationFiled": Title("已申请行政复议", "Reconsideration applied for"),
        "ReconsiderationDecided": Title("行政复议已有结果", "Reconsideration decided"),
        "CaseReopened": Title("重新办理", "Case reopened"),
        "DecisionRevoked": Title("原办理决定已撤销", "Decision revoked"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "banned_until": Title("限制申请至", "banned until"),
        "cause": Title("重新办理原因", "cause"),
        "in_time": Title("在法定期限内", "in time"),
        "outcome": Title("复议结果", "outcome"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "FileReconsideration": Title("申请行政复议", "Apply for reconsideration"),
        "RecordReconsiderationDecision": Title(
            "登记复议结果", "Record the decision on reconsideration"
        ),
        "ReopenCase": Title("重新办理", "Reopen the case"),
        "RevokeDecision": Title("撤销原办理决定", "Revoke the decision"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "no-longer-held": Explanation(
            Title("预选号码、预约名额已释放，不能重新办理", "What the case held is no longer held"),
            Title(
                "该案件已结束，所占用的号牌号码或者预约名额已向他人开放，不能恢复。"
                "请告知申请人重新申请；限制网上预选确无依据的，由值班领导解除限制后再申请。",
                "The case has ended, and its number or place is open to others. Tell the applicant "
                "to apply again. If a bar from choosing online had no ground, a duty leader lifts "
                "it first.",
            ),
        ),
    }
)
