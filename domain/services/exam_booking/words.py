"""The words of D05, and its law: the chapter of order 139 on examinations."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.blocks.appointment.words import TEXTS as APPOINTMENT_TEXTS
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("139", "37", verified=False)

TITLE: Final = Title("考试预约", "Examination booking")
WISH: Final = Title("正在学车，要约科目考试", "I am learning to drive and want to sit a test")
TOLD: Final = GuideWords(
    term=Title(
        "按预约顺序排队，考试日期3个工作日前公布预约结果",
        "by rank; who may sit is published 3 working days before the examination",
    ),
    fee=Title(
        "考试费按照当地公布的标准收取", "the fee of the examination, as published by the prefecture"
    ),
    bring=(
        Title("身份证明原件", "the original identity document"),
        Title("学习驾驶证明", "the learner's permit"),
    ),
    outcome=Title("按排序结果取得考试名额", "a place in the examination, by rank"),
    steps=(
        Title(
            "核对学习驾驶证明、间隔和考试次数，按预约顺序排队",
            "Permit, waiting time and attempts are checked; those who booked are ranked",
        ),
        Title(
            "考试日期3个工作日前公布预约结果",
            "Who may sit is published 3 working days before the examination",
        ),
        Title(
            "按时到考场参加考试；不能参加的，请在考试日期前一日取消，缺考按考试不合格处理",
            "Come to the site in time; if you cannot, cancel by the day before, because absence "
            "counts as a failure",
        ),
    ),
)
PERMIT: Final = Title("学习驾驶证明", "learner's permit")
PERMIT_NO: Final = Title("学习驾驶证明编号", "number of the learner's permit")
SUBJECT: Final = Title("考试科目", "subject")
EXAM_CLASS: Final = Title("考试车型", "class")
SITE: Final = Title("考场", "examination site")
EXAM_DATE: Final = Title("考试日期", "date of the examination")
SESSION: Final = Title("考试场次", "session")

_NUMBER: Final = Title(
    zh="学习驾驶证明编号只能由字母和数字组成，请对照学习驾驶证明核对。",
    en="The number of a learner's permit has letters and digits only. Please check it.",
)
PERMIT_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "permit_no_characters": _NUMBER,
    }
)
TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **APPOINTMENT_TEXTS,
        "exam_list_closed": Title(
            zh="该考试日期的预约已经截止（考试日期3个工作日前公布预约结果），请选择以后的考试日期。",
            en="Bookings for that day are closed: who may sit is published 3 working days before. "
            "Choose a later day.",
        ),
    }
)
