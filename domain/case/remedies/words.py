"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

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
