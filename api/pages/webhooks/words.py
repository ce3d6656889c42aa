"""The words of the pages of webhooks."""

from typing import Final

from domain.titles import Title
from domain.webhook_messages.kinds import WebhookMessageStage
from domain.webhooks.kinds import WebhookStage

TITLE: Final = Title("合作单位推送", "Webhooks")
TONES: Final = {
    WebhookStage.ACTIVE: "good",
    WebhookStage.PAUSED: "bad",
    WebhookStage.ENDED: "over",
    WebhookMessageStage.DELIVERED: "good",
    WebhookMessageStage.HELD: "bad",
    WebhookMessageStage.WAITING: "wait",
    WebhookMessageStage.DROPPED: "over",
}
"""How a stage looks on a page. The others look like nothing in particular."""
DONE: Final = {
    "change": Title("推送设置已变更", "It is changed"),
    "pause": Title("推送已暂停", "It is paused"),
    "resume": Title("推送已恢复，暂存的消息正在补发", "It is resumed, and what was kept is sent"),
    "test": Title("测试消息已安排发送", "A test message is on its way"),
    "end": Title("推送已终止", "It has ended"),
    "again": Title("已安排补发", "It is sent again"),
}
