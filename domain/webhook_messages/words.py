"""What people read about messages to partners."""

from typing import Final

from domain.titles import Title
from domain.webhook_messages.kinds import WebhookMessageStage
from domain.wording import Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in WebhookMessageStage},
    events={
        "WebhookMessageWritten": Title("消息已生成", "Message written"),
        "WebhookMessageFailed": Title("消息未送达，等待重试", "Message not taken"),
        "WebhookMessageHeld": Title("消息已暂存", "Message kept"),
        "WebhookMessageReleased": Title("等待时间届满", "Wait over"),
        "WebhookMessageRepeated": Title("工作人员安排补发", "Sent again by an official"),
        "WebhookMessageDelivered": Title("对方已接收", "Taken by the partner"),
        "WebhookMessageDropped": Title("不再发送", "Not sent any more"),
    },
    fields={
        "webhook": Title("推送", "webhook"),
        "case": Title("案件", "case"),
        "version": Title("案件版本", "version of the case"),
        "reached": Title("办理环节", "stage reached"),
        "partner": Title("合作单位", "partner"),
        "failure": Title("未送达原因", "why not taken"),
        "status": Title("答复状态码", "status of the answer"),
        "until": Title("下次发送时间", "tried again at"),
        "officer": Title("经办人员", "officer"),
        "tries": Title("发送次数", "tries"),
    },
    commands={
        "RecordWebhookDelivery": Title("登记已送达", "Record that it was taken"),
        "RecordFailure": Title("登记未送达", "Record that it was not taken"),
        "DropMessage": Title("登记不再发送", "Record that it is not sent"),
        "RepeatWebhookMessage": Title("补发", "Send it again"),
        "ReleaseHeldMessage": Title("恢复推送后补发", "Send what was kept"),
        "PassDeadline": Title("等待时间届满", "Let the wait pass"),
    },
    refusals={},
)
