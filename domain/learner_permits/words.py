"""What people read for a learner's permit of the register."""

from typing import Final

from domain.learner_permits.state import PermitStage
from domain.titles import Title
from domain.wording import Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in PermitStage},
    events={
        "LearnerPermitEntered": Title("学习驾驶证明登记信息已入库", "Record entered"),
        "ExamSat": Title("考试已登记", "Examination sat"),
    },
    fields={
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
    },
    commands={
        "EnterLearnerPermit": Title("登记信息入库", "Enter the record"),
        "RecordExam": Title("登记考试结果", "Record an examination"),
    },
)
