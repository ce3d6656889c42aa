"""What people read for a driving licence of the register."""

from typing import Final

from domain.licences.state import LicenceStage
from domain.titles import Title
from domain.wording import Words

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
    },
    fields={
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
        "points": Title("累积记分", "points"),
        "fines_open": Title("有未缴罚款", "fines open"),
    },
    commands={
        "EnterLicence": Title("登记信息入库", "Enter the record"),
        "ChangeLicence": Title("按办理结果变更登记", "Carry out the outcome of a case"),
        "PassDeadline": Title("期限届满处理", "Act on a deadline that has passed"),
    },
)
