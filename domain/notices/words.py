"""What people read for a notice."""

from typing import Final

from domain.notices.kinds import NoticeStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in NoticeStage},
    events={
        "NoticeWritten": Title("生成通知", "Notice written"),
        "ReminderNoticeWritten": Title("生成期限提醒通知", "Notice of a reminder written"),
        "NoticeDeferred": Title("暂缓发送", "Notice put off"),
        "NoticeReleased": Title("恢复发送", "Notice to be sent now"),
        "NoticeEntrusted": Title("提交服务商发送", "Notice given to a provider"),
        "NoticeHandedOver": Title("服务商已接收", "Notice taken by the provider"),
        "NoticeArrived": Title("通知已送达", "Notice arrived"),
        "NoticeUndelivered": Title("通知未送达", "Notice not delivered"),
        "NoticeRepeated": Title("重新发送通知", "Notice to be sent again"),
    },
    fields={
        "case": Title("案件", "case"),
        "reminder": Title("期限提醒", "reminder"),
        "version": Title("对应的办理记录序号", "number of the event"),
        "step": Title("对应的办理环节", "what it tells of"),
        "office": Title("办理机关", "office"),
        "to": Title("接收人", "to whom"),
        "channel": Title("通知方式", "way"),
        "provider": Title("服务商", "provider"),
        "round": Title("第几次发送", "time it is sent"),
        "reason": Title("原因", "reason"),
        "until": Title("等待至", "waits until"),
        "wait_reason": Title("等待原因", "why it waits"),
        "arrived_at": Title("送达时间", "arrived at"),
        "officer": Title("经办工号", "officer"),
    },
    commands={
        "DeferNotice": Title("暂缓发送", "Put a notice off"),
        "EntrustNotice": Title("提交服务商发送", "Give a notice to a provider"),
        "AbandonNotice": Title("登记通知未发送", "Record that a notice is not sent"),
        "RecordHandOver": Title("登记服务商已接收", "Record that a provider took a notice"),
        "RecordReceipt": Title("登记送达回执", "Record a receipt"),
        "RepeatNotice": Title("重新发送通知", "Send a notice again"),
        "PassDeadline": Title("等待期满恢复发送", "Send what has waited"),
    },
    refusals={
        "another-provider-has-it": Explanation(
            Title("该通知不由该服务商发送", "Another provider has the notice"),
            Title(
                "请核对通知编号和服务商后重试。",
                "Compare the number of the notice and the provider, and try again.",
            ),
        ),
    },
)
