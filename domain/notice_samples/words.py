"""What people read about samples."""

from typing import Final

from domain.notice_samples.kinds import NoticeSampleStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in NoticeSampleStage},
    events={
        "NoticeSampleAsked": Title("申请发送通知样例", "Sample asked for"),
        "NoticeSampleHandedOver": Title("通知样例已发出", "Sample sent"),
        "NoticeSampleTurnedAway": Title("通知样例被网关拒收", "Sample refused by the gateway"),
    },
    fields={
        "sample": Title("样例序号", "sample"),
        "step": Title("所告知的环节", "of which step"),
        "language": Title("语言", "language"),
        "officer": Title("申请人员", "officer"),
        "asked_on": Title("申请日期", "asked for on"),
        "sealed": Title("加密内容", "sealed parts"),
    },
    commands={
        "AskForNoticeSample": Title("发送样例到本人手机", "Send a sample to oneself"),
        "RecordSampleHandOver": Title("登记样例发送结果", "Record what became of a sample"),
    },
    refusals={
        "notice-samples-used-up": Explanation(
            Title("今日样例已达上限", "No more samples today"),
            Title(
                "每人每日发送的通知样例有数量限制，请明日再试；文本仍可在本页预览。",
                "Samples are limited by day and officer. Try again tomorrow; the texts can still "
                "be read on this page.",
            ),
        ),
    },
)
