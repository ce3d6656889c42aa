"""What people read for an enquiry."""

from typing import Final

from domain.enquiries.stage import EnquiryStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in EnquiryStage},
    events={
        "EnquiryReceived": Title("收到咨询", "Question received"),
        "EnquiryAssigned": Title("明确承办人", "Handler named"),
        "EnquiryAnswered": Title("已作出答复", "Answered"),
        "FurtherQuestionAsked": Title("咨询人继续提问", "Asked further"),
        "EnquiryTransferred": Title("咨询已转交", "Passed on"),
        "ShirkingAlarmRaised": Title("多次转接，触发推诿警报", "Shirking alarm raised"),
        "ShirkingAlarmSettled": Title(
            "领导指定承办人，警报解除", "Handler named by a leader, alarm settled"
        ),
        "EnquiryRated": Title("咨询人作出评价", "Rated"),
        "AskerCalledBack": Title("差评已回访", "Called back after a bad rating"),
        "CallerShown": Title(
            "工作人员查看了咨询人姓名和电话", "Name and number of the asker shown to an officer"
        ),
        "EnquiryDeadlineMissed": Title("逾期未办", "Not done in time"),
    },
    fields={
        "note": Title("回访情况", "note"),
        "office": Title("承办单位", "office"),
        "channel": Title("来源", "channel"),
        "topic": Title("咨询类别", "topic"),
        "case": Title("关联业务", "case"),
        "sealed": Title("咨询人和问题", "asker and question"),
        "taken_in_by": Title("登记人工号", "taken down by"),
        "answer_by": Title("答复期限", "answer by"),
        "handler": Title("承办人工号", "handler"),
        "stage": Title("咨询状态", "stage"),
        "officer": Title("经办人工号", "officer"),
        "outcome": Title("答复结果", "outcome"),
        "follow_up_by": Title("跟进期限", "follow-up by"),
        "at_once": Title("一次答复", "answered at once"),
        "hard": Title("疑难问题", "hard problem"),
        "to_office": Title("转往单位", "passed on to"),
        "reason": Title("转接原因", "reason"),
        "transfer_no": Title("第几次转接", "which time"),
        "transfers": Title("转接次数", "times passed on"),
        "satisfaction": Title("评价", "rating"),
        "call_back_by": Title("回访期限", "call back by"),
        "result": Title("回访结果", "result"),
        "purpose": Title("查看目的", "purpose"),
        "clock": Title("逾期事项", "what was owed"),
        "due_on": Title("期限", "due on"),
    },
    commands={
        "ReceiveEnquiry": Title("登记咨询", "Take a question down"),
        "AssignEnquiry": Title("指定承办人", "Name the handler"),
        "TakeEnquiry": Title("由我承办", "Take it in hand"),
        "AnswerEnquiry": Title("答复", "Answer"),
        "AskFurther": Title("继续提问", "Ask further"),
        "TransferEnquiry": Title("转交", "Pass it on"),
        "SettleShirkingAlarm": Title(
            "指定承办人并解除警报", "Name the handler and settle the alarm"
        ),
        "RateEnquiry": Title("评价", "Rate the answer"),
        "CallAskerBack": Title("登记回访", "Record the call-back"),
        "PassDeadline": Title("期限届满", "Pass the deadline"),
        "ShowCaller": Title("查看咨询人联系方式", "See who asks, and the number"),
    },
    refusals={
        "enquiry-office-unknown": Explanation(
            Title("没有这个单位", "There is no such office"),
            Title("请核对单位代码。", "Check the code of the office."),
        ),
        "passed-on-enough": Explanation(
            Title("该咨询已多次转接", "The question was passed on too often"),
            Title(
                "不得再次转交：请直接答复，或者由值班领导指定承办人。",
                "Do not pass it on again: answer it, or let a duty leader name who answers.",
            ),
        ),
        "caller-rates-himself": Explanation(
            Title("网上留言由本人评价", "Whoever asked online rates the answer himself"),
            Title(
                "工作人员只能代电话、窗口咨询人登记评价。",
                "An officer enters only the rating of somebody who called or came to the counter.",
            ),
        ),
    },
)
