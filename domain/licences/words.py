"""What people read for a driving licence of the register."""

from typing import Final

from domain.licences.state import LicenceStage
from domain.register.words import UNDONE
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in LicenceStage},
    events={
        "LicenceEntered": Title("驾驶证登记信息已入库", "Record entered"),
        "HolderContactFiled": Title("持证人联系方式已备案", "Holder's contact filed"),
        "LicenceDocumentReissued": Title("驾驶证已补换领", "Licence reissued"),
        "LicenceTermBegun": Title("驾驶证已换发", "Licence renewed"),
        "LicenceClassesReduced": Title("准驾车型已变更", "Classes reduced"),
        "MedicalCertificateFiled": Title("身体条件证明已备案", "Medical certificate filed"),
        "LicenceDutyDeferred": Title("延期办理已登记", "Duty deferred"),
        "LicenceDeferralUndone": Title("延期办理已取消", "Deferral undone"),
        "LicencePhotoFiled": Title("驾驶证照片已入库", "Photo filed"),
        "LicenceDutyMissed": Title("逾期未办理", "Duty missed"),
        "LicenceDeadlineExtended": Title("期限已延长", "Deadline extended"),
        "LicenceCancellationListed": Title("已列入拟注销名单", "Listed for cancellation"),
        "LicenceCancelled": Title("驾驶证已注销", "Licence cancelled"),
        "LicenceSurrendered": Title("驾驶证已按本人申请注销", "Cancelled as the holder asked"),
        "FullPointsEducationPassed": Title("满分教育考试合格", "Full-points education passed"),
        "LicencePointsScored": Title("违法行为已记分", "Points scored"),
        "LicenceReviewPassed": Title("驾驶证审验合格", "Review passed"),
        "LicenceIssued": Title("驾驶证已核发", "Licence issued"),
        "LicenceMovedIn": Title("驾驶证已转入", "Moved in from another office"),
        "LicenceRestored": Title("驾驶资格已恢复", "Right to drive restored"),
        "SchoolBusDriverQualified": Title("已取得校车驾驶资格", "Qualified to drive school buses"),
        "LicenceOutcomeUndone": Title("办理结果已撤回", "Outcome undone"),
    },
    fields={
        **UNDONE,
        "record": Title("登记信息", "record"),
        "entered_on": Title("入库日期", "entered on"),
        "case": Title("案件", "case"),
        "part": Title("加密信息", "sealed part"),
        "service": Title("业务", "service"),
        "issued_on": Title("核发日期", "issued on"),
        "years": Title("有效年限", "years of validity"),
        "valid_until": Title("有效期止", "valid until"),
        "classes": Title("准驾车型", "classes"),
        "fit_for": Title("身体条件适合的车型", "fit for the classes"),
        "medical_due_on": Title("提交身体条件证明截止日", "medical certificate due on"),
        "duty": Title("办理事项", "duty"),
        "base_on": Title("原截止日", "was due on"),
        "until": Title("延期至", "deferred until"),
        "approved_on": Title("照片审核通过日期", "photo approved on"),
        "due_on": Title("截止日", "due on"),
        "clock": Title("期限事项", "deadline for"),
        "old": Title("法定期限", "day by law"),
        "new": Title("延长后的期限", "day under relief"),
        "relief": Title("延长依据", "relief"),
        "cancelled_on": Title("注销日期", "cancelled on"),
        "surrendered_on": Title("注销日期", "cancelled on"),
        "passed_on": Title("考试合格日期", "passed on"),
        "reviewed_on": Title("审验日期", "reviewed on"),
        "restored_on": Title("恢复日期", "restored on"),
        "qualified_on": Title("取得资格日期", "qualified on"),
        "bus_driver_since": Title("取得校车驾驶资格日期", "may drive school buses since"),
        "office": Title("核发机关", "issuing office"),
        "first_issued_on": Title("初次领证日期", "first issued on"),
        "states": Title("驾驶证状态", "state"),
        "cycles": Title("记分周期", "points cycles"),
        "medical": Title("身体条件证明", "medical certificate"),
        "photo_approved_on": Title("照片审核通过日期", "photo approved on"),
        "review_due_on": Title("审验截止日", "review due on"),
        "deferrals": Title("延期办理", "deferrals"),
        "issued": Title("核发的证件", "documents issued"),
        "no": Title("证件编号", "number of the document"),
        "ends_on": Title("周期截止日", "cycle ends on"),
        "cycle_ends_on": Title("记分周期截止日", "cycle ends on"),
        "educate_by": Title("参加满分教育截止日", "education by"),
        "points": Title("累积记分", "points"),
        "fines_open": Title("有未缴罚款", "fines open"),
    },
    commands={
        "EnterLicence": Title("登记信息入库", "Enter the record"),
        "ChangeLicence": Title("按办理结果变更登记", "Carry out the outcome of a case"),
        "ConfirmCancellation": Title("确认注销", "Confirm the cancellation"),
        "CountReliefs": Title("按期限延长措施重新计算期限", "Count the deadlines under relief"),
        "PassDeadline": Title("期限届满处理", "Act on a deadline that has passed"),
    },
    refusals={
        "cancellation-under-relief": Explanation(
            Title("期限延长措施期间不得注销", "No cancellation under a relief"),
            Title(
                "该驾驶证的注销期限已经延长，期满前不得注销；until 为空的，期限延长措施尚未结束。",
                "The deadline was extended, so the licence is not cancelled before it has passed. "
                "If until is empty, the relief has no end yet.",
            ),
        ),
        "not-listed-for-cancellation": Explanation(
            Title("该驾驶证不在待注销名单内", "This licence is not listed for cancellation"),
            Title(
                "只有期满一年仍未办理而列入名单的驾驶证，才由民警核实后注销。",
                "An officer cancels only a licence that is on the list, because its duty was not "
                "done a year after its day.",
            ),
        ),
    },
)
