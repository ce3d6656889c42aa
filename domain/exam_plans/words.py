"""What people read for the plan of an examination."""

from typing import Final

from domain.exam_plans.state import ExamPlanStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in ExamPlanStage},
    events={
        "ExamPlanPublished": Title("考试计划已公布", "Examination announced"),
        "ExamPlanClosed": Title("考试预约已截止", "Bookings have ended"),
        "ExamRankingFixed": Title("预约排序已确定", "Ranking fixed"),
        "ExamPlanCancelled": Title("考试已取消", "Examination cancelled"),
    },
    fields={
        "site": Title("考场", "examination site"),
        "exam_on": Title("考试日期", "date of the examination"),
        "session": Title("考试场次", "session"),
        "subject": Title("考试科目", "subject"),
        "exam_class": Title("考试车型", "class"),
        "capacity": Title("考试名额", "places"),
        "results_on": Title("预约结果公布日期", "results published on"),
        "applicants": Title("预约人数", "applicants"),
        "placed": Title("预约成功人数", "have a place"),
        "last_since": Title("末位排序时间", "the last one ranked from"),
        "last_serial": Title("末位业务流水号", "serial number of the last one"),
        "reason": Title("取消原因", "reason"),
    },
    commands={
        "PublishExamPlan": Title("公布考试计划", "Announce the examination"),
        "PassDeadline": Title("截止预约", "End the bookings"),
        "FixExamRanking": Title("确定预约排序", "Fix the ranking"),
        "CancelExamPlan": Title("取消考试", "Cancel the examination"),
        "FollowSiteOpening": Title("按考场开放情况处理", "Follow the openings of the site"),
    },
    refusals={
        "no-exam-site": Explanation(
            Title("该地点不是考场", "No examinations are held there"),
            Title(
                "请选择列出的考场。",
                "Choose one of the examination sites that are listed.",
            ),
        ),
        "exam-site-of-others": Explanation(
            Title("该考场不由您的单位管理", "Another office plans this site"),
            Title(
                "考试计划由考场所属车辆管理所或者其上级单位公布。",
                "The vehicle office of the site announces its examinations, or one above it.",
            ),
        ),
        "exam-plan-address-differs": Explanation(
            Title("地址与考试计划内容不一致", "The address names another examination"),
            Title("请使用列出的地址。", "Use the address that is told."),
        ),
        "exam-plan-too-late": Explanation(
            Title("考试计划公布过晚", "The examination is announced too late"),
            Title(
                "考试计划应当在考试日期10日前公布，并且公布时预约尚未截止。"
                "最早的考试日期见 earliest。",
                "An examination is announced 10 days before at the latest, and before its bookings "
                "end. The first day that can be is under earliest.",
            ),
        ),
        "exam-site-closed": Explanation(
            Title("考场当日暂停考试", "No examination is held there on that day"),
            Title(
                "省辖市尚未决定该考场恢复考试，请在恢复后公布考试计划。",
                "The prefecture has not reopened the site. Announce the examination once it has.",
            ),
        ),
        "cancel-reason-of-others": Explanation(
            Title("不能以此原因取消", "That is no reason for whoever cancels"),
            Title("请选择列出的原因。", "Choose one of the reasons that are listed."),
        ),
    },
)
