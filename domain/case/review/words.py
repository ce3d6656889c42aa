"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

REASSIGNED_TO: Final = Title("改派至（工号）", "reassigned to")
LENT_TO: Final = Title("代审工号", "lent to")
LENT_UNTIL: Final = Title("代审至", "lent until")
EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "CaseAssigned": Title("已确定承办人", "Handler named"),
        "ReviewStarted": Title("开始审核", "Review started"),
        "CaseHandedBack": Title("审核人员已交回案件", "Handed back by its reviewer"),
        "CaseReassigned": Title("案件已改派", "Reassigned by a duty leader"),
        "CaseLent": Title("已指定代审人员", "Lent to another officer"),
        "LoanEnded": Title("代审提前结束", "Returned to its reviewer early"),
        "CheckResultRecorded": Title("核查结果已记录", "Result of a check recorded"),
        "CheckOverridden": Title(
            "经值班领导批准，按特殊情况办理", "Failed check set aside by the duty leader"
        ),
        "CaseApproved": Title("准予办理", "Application approved"),
        "CaseRefused": Title("不予办理", "Application refused"),
        "RecordChanged": Title("登记信息已变更", "Register changed"),
        "ResultRecorded": Title("办理结果已登记", "Result recorded"),
        "RegisterChangesOrdered": Title("办理结果已转登记", "Outcome passed on to the register"),
        "DeferralGranted": Title("准予延期", "Deferral granted"),
        "DeferralRevoked": Title("延期已取消", "Deferral undone"),
        "TempPlateIssued": Title("临时行驶车号牌已核发", "Temporary plate issued"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "replaces_nothing": Title("无须交回旧牌证", "no old document to be handed in"),
        "changes": Title("登记变更内容", "changes of the register"),
        "check": Title("核查项目", "check"),
        "decided_on": Title("决定日期", "decided on"),
        "deliver_by": Title("送达期限", "deliver by"),
        "passed": Title("核查通过", "passed"),
        "handler": Title("承办人工号", "handler"),
        "reviewer": Title("审核工号", "reviewer"),
        "source": Title("核查来源", "source"),
        "until": Title("延期至", "until"),
        "valid_to": Title("有效期至", "valid to"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "AssignCase": Title("确定承办人", "Name the handler"),
        "StartReview": Title("开始审核", "Start the review"),
        "HandBackCase": Title("交回案件", "Hand the case back"),
        "ReassignCase": Title("改派案件", "Reassign the case"),
        "LendCase": Title("指定代审人员", "Lend the case for an absence"),
        "EndLoan": Title("提前结束代审", "End the loan early"),
        "RecordCheck": Title("登记核查结果", "Record a check"),
        "RecordChecks": Title("登记多项核查结果", "Record several checks"),
        "OverrideCheck": Title("批准按特殊情况办理", "Set a failed check aside"),
        "ApproveCase": Title("准予办理", "Approve"),
        "RefuseCase": Title("不予办理", "Refuse"),
        "RevokeDeferral": Title("取消延期", "Undo the deferral"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "other-officer-required": Explanation(
            Title("须由其他人员办理", "Another officer must do it"),
            Title(
                "受理人员、作出原决定的人员不得审核同一案件，也不得登记对本人所作决定的复议结果；"
                "征求异地办理意见的人员不得代为登记申请人的同意。",
                "Who accepted the case, or decided it before, does not review it, and does not "
                "record the outcome of a reconsideration of his own decision. Who offered the "
                "transfer to another prefecture does not record that the applicant consents.",
            ),
        ),
        "not-the-reviewer": Explanation(
            Title("您不是本案审核人员", "The case is not in your hands"),
            Title(
                "审核中的案件由审核人员或者其代审人员办理；尚无审核人员的，请先开始审核，"
                "需要更换的，由值班领导改派。",
                "A case under review is in the hands of its reviewer, or of the officer to whom "
                "it is lent. Start the review if nobody has it; otherwise a duty leader "
                "reassigns it first.",
            ),
        ),
        "already-reviewing": Explanation(
            Title("该人员已是本案审核人员", "That officer has the case already"),
            Title("请指定其他人员。", "Name another officer."),
        ),
        "officer-barred": Explanation(
            Title("所指定的人员应当回避", "That officer keeps out of the case"),
            Title(
                "该人员是本案的申请人、代理人、受理人员或者原审核人员（见 relation），应当回避，"
                "请指定其他人员。",
                "That officer is the applicant or the agent, or has accepted the case or decided "
                "it before, as relation says. Name another officer.",
            ),
        ),
        "case-taken": Explanation(
            Title("案件已有审核人员", "The case is in somebody's hands already"),
            Title(
                "本案正由 reviewer 所列人员审核，不能重复开始审核；"
                "确需更换审核人员的，由值班领导改派。",
                "The officer named by reviewer has it under review. If another officer must do "
                "it, a duty leader reassigns it.",
            ),
        ),
        "duty-leader-required": Explanation(
            Title("须由值班领导审批", "A duty leader must approve"),
            Title(
                "绿色通道案件、按特殊情况办理的案件由值班领导审批。",
                "A duty leader approves cases of the green channel, and those in which a failed "
                "check was set aside.",
            ),
        ),
        "check-unknown": Explanation(
            Title("没有该核查项", "No such check"),
            Title(
                "请从 choices 所列该业务的核查项中选择。",
                "Choose among the checks of this service, which stand under choices.",
            ),
        ),
        "check-not-failed": Explanation(
            Title("该核查项未判定不合格", "The check has not failed"),
            Title(
                "只有判定不合格的核查项才能批准按特殊情况办理。",
                "Only a check that has failed can be set aside.",
            ),
        ),
        "checks-missing": Explanation(
            Title("核查未完成", "Checks are missing"),
            Title("请先登记所列各核查项的结果。", "Record the result of every check listed first."),
        ),
        "checks-failed": Explanation(
            Title("有核查项不合格", "Checks have failed"),
            Title(
                "请先处理不合格的核查项，或者作出不予办理决定。",
                "Settle the failed checks first, or refuse the case.",
            ),
        ),
        "answer-outdated": Explanation(
            Title("登记信息须重新核对", "The register must be asked again"),
            Title(
                "登记信息核对结果已过时，或者核对之后申请内容有补正，不能据以作出决定。"
                "系统正在重新核对，请稍后再试。",
                "What the register said is too old, or older than a correction, so nothing is "
                "decided on it. The system asks again; try again in a moment.",
            ),
        ),
        "deferral-too-long": Explanation(
            Title("延期超过上限", "The deferral is too long"),
            Title(
                "延期最长不超过三年，请核对延期截止日期。", "A deferral lasts three years at most."
            ),
        ),
    }
)
