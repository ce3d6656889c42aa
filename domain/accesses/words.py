"""What people read for the record of who has looked."""

from typing import Final

from domain.accesses.state import AccessStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in AccessStage},
    events={
        "CaseViewed": Title("工作人员查阅了业务", "An officer looked at the case"),
        "PersonalDataRevealed": Title(
            "工作人员查看了个人信息", "Personal data were shown to an officer"
        ),
    },
    fields={
        "case": Title("案件", "case"),
        "office": Title("办理机关", "office"),
        "role": Title("查阅人岗位", "role"),
        "officer": Title("查阅人代号", "officer"),
        "officer_office": Title("查阅人单位", "office of the officer"),
        "view": Title("查阅内容", "what was looked at"),
        "hour": Title("查阅时段", "hour"),
        "parts": Title("个人信息项目", "parts of the application"),
        "purpose": Title("查看目的", "purpose"),
    },
    commands={
        "RecordView": Title("登记查阅", "Record a view"),
        "RecordReveal": Title("登记查看个人信息", "Record a reveal"),
    },
    refusals={
        "nothing-to-reveal": Explanation(
            Title("没有可查看的个人信息", "There is nothing to reveal"),
            Title(
                "该案件没有所选的个人信息项目，请从可选项目中选择。",
                "The case has none of these parts. Choose among those it has.",
            ),
        ),
    },
)
