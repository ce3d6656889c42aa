"""What people read for a learner's permit of the register."""

from typing import Final

from domain.learner_permits.state import PermitStage
from domain.register.words import UNDONE
from domain.titles import Title
from domain.wording import Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in PermitStage},
    events={
        "LearnerPermitEntered": Title("学习驾驶证明登记信息已入库", "Record entered"),
        "LearnerPermitIssued": Title("已登记为考生", "Admitted to the examinations"),
        "ExamSat": Title("考试已登记", "Examination sat"),
        "ExamBookingGivenUp": Title("因个人原因取消考试预约", "Place in an examination given up"),
        "LearnerPermitOutcomeUndone": Title("办理结果已撤回", "Outcome undone"),
        "LearnerPermitExpired": Title("学习驾驶证明已到期", "Permit ended"),
        "LearnerPermitDeadlineExtended": Title("期限已延长", "Deadline extended"),
    },
    fields={
        **UNDONE,
        "case": Title("案件", "case"),
        "clock": Title("期限事项", "deadline for"),
        "old": Title("法定期限", "day by law"),
        "new": Title("延长后的期限", "day under relief"),
        "relief": Title("延长依据", "relief"),
        "record": Title("登记信息", "record"),
        "entered_on": Title("入库日期", "entered on"),
        "subject": Title("考试科目", "subject"),
        "sat_on": Title("考试日期", "sat on"),
        "passed": Title("考试合格", "passed"),
        "office": Title("核发机关", "issuing office"),
        "wanted": Title("申请准驾车型", "class applied for"),
        "issued_on": Title("核发日期", "issued on"),
        "valid_until": Title("有效期止", "valid until"),
        "sittings": Title("考试记录", "examinations"),
        "accepted_at": Title("驾驶证申请受理时间", "application accepted at"),
        "given_up_at": Title("个人原因取消预约时间", "place given up at"),
        "school": Title("驾驶培训机构", "driving school"),
    },
    commands={
        "CountReliefs": Title("按期限延长措施重新计算期限", "Count the deadlines under relief"),
        "PassDeadline": Title("期限届满处理", "Act on a deadline that has passed"),
        "EnterLearnerPermit": Title("登记信息入库", "Enter the record"),
        "ChangeLearnerPermit": Title("按办理结果登记", "Record the outcome of a case"),
    },
)
