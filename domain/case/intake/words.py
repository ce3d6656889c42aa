"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "CaseSubmitted": Title("申请已提交", "Application submitted"),
        "PaymentReceived": Title("费用已缴纳", "Payment received"),
        "FeeAskedAgain": Title("重新通知缴费", "The fee is asked for again"),
        "FeePaidAgain": Title("费用已重新缴纳", "The fee is paid again"),
        "PaymentFailed": Title("缴费未成功", "Payment failed"),
        "PaymentExpired": Title("逾期未缴费", "Not paid in time"),
        "CaseAccepted": Title("申请已受理", "Application accepted"),
        "DeemedAccepted": Title(
            "期限内未通知补正，自收到申请之日起视为受理",
            "Counted as accepted from the day of receipt, as no correction was asked in time",
        ),
        "CorrectionRequested": Title("一次告知：需要补正材料", "Correction requested"),
        "CorrectionSupplied": Title("补正材料已提交", "Correction supplied"),
        "CorrectionExpired": Title("逾期未补正", "Correction not supplied in time"),
        "NotAccepted": Title("不予受理", "Application not accepted"),
        "MovedToOnSite": Title("转为现场办理，请到窗口", "To be handled at the window"),
        "OnSiteVisitRecorded": Title("已到窗口现场办理", "Visit to the window recorded"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "facts": Title("申请内容", "application"),
        "applicant_proven": Title("登录身份已证实为申请人本人", "applicant proven by his log-in"),
        "accept_by": Title("受理期限", "accept by"),
        "amount_fen": Title("金额", "amount"),
        "correction_notice_by": Title("一次性告知截止日", "notice of correction by"),
        "defects": Title("补正内容", "to correct"),
        "fee_fen": Title("工本费", "fee"),
        "papers": Title("材料", "papers"),
        "pay_by": Title("缴费截止时间", "pay by"),
        "received_on": Title("收到日期", "received on"),
        "reference": Title("查询码", "reference"),
        "reply_by": Title("补正截止日", "reply by"),
        "right_office": Title("有权办理的机关", "office with power"),
        "taken_in_by": Title("窗口录入人员", "entered at the window by"),
        "submitted_on": Title("提交日期", "submitted on"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "SubmitCase": Title("提交申请", "Submit the application"),
        "RecordPayment": Title("登记缴费", "Record the payment"),
        "RecordPaymentFailure": Title("登记缴费失败", "Record a failed payment"),
        "TakeInAtWindow": Title("窗口受理", "Take in at the window"),
        "AcceptCase": Title("受理", "Accept"),
        "DeclineAcceptance": Title("不予受理", "Decline to accept"),
        "RequestCorrection": Title("一次告知补正", "Request correction"),
        "SupplyCorrection": Title("提交补正材料", "Supply the correction"),
        "MoveToOnSite": Title("转现场办理", "Move to the window"),
        "RecordOnSiteVisit": Title("登记到窗口办理", "Record the visit to the window"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "service-unknown": Explanation(
            Title("没有该业务", "No such service"),
            Title("请核对业务代码。", "Check the code of the service."),
        ),
        "service-not-open": Explanation(
            Title("该业务尚未开通", "The service is not open yet"),
            Title(
                "本系统尚未开通该业务，本次提交未作任何登记；开通时间尚未确定。"
                "请登录“交管12123”手机App办理，或者到窗口办理；前往窗口前，请先咨询当地车驾管部门。",
                "This service is not open here yet, and nothing was stored. It is not known when "
                "it will open. Use the app 交管12123, or go to the window; ask the office before "
                "you go.",
            ),
        ),
        "handling-way-unfit": Explanation(
            Title("办理渠道不适用", "The channel does not fit"),
            Title(
                "填报的办理渠道不适用于本次申请：who 表示使用人不符，when 表示不在受理时间，"
                "which 表示该渠道不办理此业务。请改用其他渠道。",
                "This application cannot come by the channel it names: the rule is who may use it, "
                "when, or for which service. Use another channel.",
            ),
        ),
        "window-closed-for-service": Explanation(
            Title("该窗口今日不办理此业务", "This window does not do it today"),
            Title(
                "原因见 reason。请告知申请人 choices 所列最近的可办理机关及其咨询电话；"
                "救援急需的，由值班领导批准后通过绿色通道办理。",
                "The reason stands under reason. Tell the applicant the nearest offices under "
                "choices; what is needed for rescue a duty leader takes in in the green channel.",
            ),
        ),
        "no-such-window": Explanation(
            Title("没有该窗口", "No such window"),
            Title(
                "该机构不设窗口，或者不在您的管辖范围内，请核对受理窗口。",
                "That office has no window, or it is not one of yours. Check the window.",
            ),
        ),
        "county-office-limit": Explanation(
            Title("县级车辆管理所不能办理", "A county office may not do it"),
            Title(
                "县级车辆管理所不办理进口机动车、危险化学品运输车、校车、中型以上载客汽车的登记业务，"
                "也不组织大型车辆驾驶证的科目二和科目三道路驾驶技能考试。"
                "请告知申请人到 choices 所列机关办理。",
                "County offices register no imported vehicles, vehicles for dangerous goods, "
                "school buses or larger buses, and hold no field or road examinations for large "
                "vehicles. Send the applicant to an office under choices.",
            ),
        ),
        "leader-must-approve": Explanation(
            Title("绿色通道须由值班领导批准", "A duty leader must approve"),
            Title(
                "请值班领导写明理由后直接录入。",
                "Have a duty leader enter it, with the reason.",
            ),
        ),
        "documents-missing": Explanation(
            Title("材料不齐", "Documents are missing"),
            Title(
                "受理前请先通知申请人补齐所列材料。",
                "Ask the applicant for the documents listed before accepting the case.",
            ),
        ),
        "correction-already-requested": Explanation(
            Title("已作过补正告知", "A correction was already requested"),
            Title(
                "补正应当一次告知全部内容；再次告知只能针对新提交的材料。",
                "All defects are told at once; a second notice may only concern the new papers.",
            ),
        ),
        "correction-cannot-be-supplied": Explanation(
            Title("申请人无法提供所要求的内容", "The applicant cannot supply it"),
            Title(
                "只能要求补正该业务的申请材料以及可以重新填写的内容，可选项见 choices。"
                "其他情形请转现场办理，或者作出不予受理决定。",
                "Ask only for papers of this service and for what can be filled in anew; they "
                "stand under choices. Otherwise call the applicant to the window, or decline.",
            ),
        ),
        "defect-told-twice": Explanation(
            Title("补正内容重复", "A defect stands twice"),
            Title("同一处的同一问题只列一次。", "Name the same defect of one place only once."),
        ),
        "right-office-is-this-one": Explanation(
            Title("应当写明其他机关", "The office with power must be another"),
            Title(
                "本机关无权办理的，请写明有权办理的其他车辆管理所。",
                "Where this office has no power, name the other vehicle office that has it.",
            ),
        ),
        "on-site-reason-unfit": Explanation(
            Title("该业务没有此项现场办理原因", "The service knows no such visit"),
            Title(
                "该业务不制作号牌，无须现场安装。可选原因见 choices。",
                "No plates are made for this service, so none are mounted. "
                "The reasons that it knows stand under choices.",
            ),
        ),
        "correction-incomplete": Explanation(
            Title("补正材料不齐", "The correction is incomplete"),
            Title("请将所列各项一并补齐。", "Supply all the items listed together."),
        ),
    }
)
