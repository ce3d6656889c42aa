"""What the refusals of the domain are called, and what the caller can do about each."""

from collections.abc import Mapping
from typing import Final

from api.problem_texts import ProblemText

REFUSALS: Final[Mapping[str, ProblemText]] = {
    "form-refused": ProblemText(
        "申请表填写有误",
        "The form has defects",
        "请按所列各项逐一更正后重新提交。",
        "Correct every item listed and send the form again.",
    ),
    "area-closed": ProblemText(
        "投递区域封闭",
        "The area is closed",
        "投递区域因管控封闭，邮件暂存邮局，不作退回。",
        "The parcel stays at the post office while its area is closed; it is not returned.",
    ),
    "moved-on": ProblemText(
        "内容已有变动",
        "It has moved on",
        "您看到的不是最新状态。请重新读取后再办理。",
        "You saw an earlier state. Read it again, then repeat the command.",
    ),
    "check-not-failed": ProblemText(
        "该核查项未判定不合格",
        "The check has not failed",
        "只有判定不合格的核查项才能特批通过。",
        "Only a check that has failed can be overridden.",
    ),
    "check-unknown": ProblemText(
        "没有该核查项",
        "No such check",
        "该业务没有此核查项，请核对核查项代码。",
        "The service has no check of this code.",
    ),
    "checks-failed": ProblemText(
        "有核查项不合格",
        "Checks have failed",
        "请先处理不合格的核查项，或者作出不予办理决定。",
        "Settle the failed checks first, or refuse the case.",
    ),
    "checks-missing": ProblemText(
        "核查未完成",
        "Checks are missing",
        "请先登记所列各核查项的结果。",
        "Record the result of every check listed first.",
    ),
    "correction-already-requested": ProblemText(
        "已作过补正告知",
        "A correction was already requested",
        "补正应当一次告知全部内容；再次告知只能针对新提交的材料。",
        "All defects are told at once; a second notice may only concern the new papers.",
    ),
    "correction-incomplete": ProblemText(
        "补正材料不齐",
        "The correction is incomplete",
        "请将所列各项一并补齐。",
        "Supply all the items listed together.",
    ),
    "deadline-not-passed": ProblemText(
        "期限尚未届满",
        "The deadline has not passed",
        "期限届满前不能作此处理。",
        "This cannot be done before the deadline has passed.",
    ),
    "deferral-too-long": ProblemText(
        "延期超过上限",
        "The deferral is too long",
        "延期最长不超过三年，请核对延期截止日期。",
        "A deferral lasts three years at most.",
    ),
    "documents-missing": ProblemText(
        "材料不齐",
        "Documents are missing",
        "受理前请先通知申请人补齐所列材料。",
        "Ask the applicant for the documents listed before accepting the case.",
    ),
    "duty-leader-required": ProblemText(
        "须由值日领导审批",
        "A duty leader must approve",
        "绿色通道或者特批通过的案件由所领导审批。",
        "Green-channel cases and overridden checks are approved by a duty leader.",
    ),
    "fee-open": ProblemText(
        "费用未结清",
        "The fee is open",
        "请先收取所欠费用再办结。",
        "Collect what is owed before closing the case.",
    ),
    "identity-not-seen": ProblemText(
        "未核验收件人身份",
        "The identity was not seen",
        "须由收件人本人凭身份证签收。",
        "The recipient signs in person against the identity card.",
    ),
    "item-number-invalid": ProblemText(
        "邮件号不正确",
        "The item number is not valid",
        "请核对邮件号（十三位），重新录入。",
        "Check the 13-character postal item number.",
    ),
    "key-reused": ProblemText(
        "幂等键已用于其他请求",
        "The key was used for another request",
        "同一 Idempotency-Key 只能用于内容相同的请求，请换用新的键。",
        "The same Idempotency-Key came with another body. Use a new key.",
    ),
    "not-as-things-stand": ProblemText(
        "目前无须此项办理",
        "There is nothing to answer",
        "案件目前没有待处理的该类事项。",
        "The case has nothing pending that this command would answer.",
    ),
    "not-at-this-stage": ProblemText(
        "当前环节不能办理",
        "Not at this stage",
        "案件所处环节不能进行该操作。",
        "The case is at a stage at which this cannot be done.",
    ),
    "not-permitted": ProblemText(
        "无权办理",
        "Not permitted",
        "您的岗位无权进行该操作。",
        "Your role may not give this command.",
    ),
    "office-unknown": ProblemText(
        "没有该机构",
        "No such office",
        "请核对机构代码。",
        "Check the id of the office.",
    ),
    "office-without-power": ProblemText(
        "该机构无管辖权",
        "The office has no power",
        "机动车业务由登记地车辆管理所办理，只能在本辖区内调整。",
        "Vehicle business stays with the office of registration; choose one of its prefecture.",
    ),
    "old-document-open": ProblemText(
        "旧牌证未处理",
        "The old document is not settled",
        "请先登记旧牌证收回或者声明遗失。",
        "Record the old document as returned or declared lost first.",
    ),
    "other-officer-required": ProblemText(
        "须由其他人员办理",
        "Another officer must do it",
        "受理人员或者原审核人员不得审核同一案件。",
        "Who accepted the case, or decided it before, does not review it.",
    ),
    "payment-differs": ProblemText(
        "金额不符",
        "The amount differs",
        "请按应缴金额收取。",
        "The amount must be exactly what is owed.",
    ),
    "pickup-office-closed": ProblemText(
        "该网点暂停窗口业务",
        "The pick-up office is closed",
        "该网点目前不能领取，请选择邮寄或者其他已开放的网点。",
        "Nothing is handed out there at present. Choose the post or an open office.",
    ),
    "reason-unknown": ProblemText(
        "没有该理由代码",
        "No such reason",
        "请使用规定的理由代码。",
        "Use the reason codes of the catalogue.",
    ),
    "relief-not-later": ProblemText(
        "期限只能顺延",
        "A relief only moves a deadline later",
        "延期后的日期必须晚于原期限。",
        "The new day must lie after the old one.",
    ),
    "service-unknown": ProblemText(
        "没有该业务",
        "No such service",
        "请核对业务代码。",
        "Check the code of the service.",
    ),
    "too-few-tries": ProblemText(
        "投递次数不足",
        "Too few delivery tries",
        "至少投递两次未成功后方可退回。",
        "A parcel is returned after at least two failed tries.",
    ),
    "too-many-posts": ProblemText(
        "邮寄次数已满",
        "Posted too often",
        "同一案件最多邮寄三次，请到窗口领取。",
        "A case is posted three times at most; collect the document at a window.",
    ),
    "window-closed": ProblemText(
        "窗口业务暂停",
        "The window is closed",
        "该机构目前暂停窗口业务，绿色通道除外。",
        "The office has no window business at present, green-channel cases excepted.",
    ),
}
