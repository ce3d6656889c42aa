"""What people read about the subscriptions of partners."""

from typing import Final

from domain.titles import Title
from domain.webhooks.kinds import WebhookStage
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in WebhookStage},
    events={
        "WebhookRegistered": Title("推送已登记", "Webhook registered"),
        "WebhookChanged": Title("推送设置已变更", "Webhook changed"),
        "WebhookSecretReplaced": Title("签名密钥已更换", "Secret replaced"),
        "WebhookPaused": Title("推送已暂停", "Webhook paused"),
        "WebhookResumed": Title("推送已恢复", "Webhook resumed"),
        "WebhookTestAsked": Title("申请发送测试消息", "Test asked for"),
        "WebhookEnded": Title("推送已终止", "Webhook ended"),
    },
    fields={
        "partner": Title("合作单位", "partner"),
        "address": Title("接收地址", "address"),
        "stages": Title("推送环节", "stages told"),
        "secret": Title("密钥序号", "number of the secret"),
        "former_until": Title("原密钥有效至", "former secret until"),
        "officer": Title("经办人员", "officer"),
        "reason": Title("原因", "reason"),
        "test": Title("测试序号", "test"),
        "tests": Title("测试次数", "tests"),
        "sealed": Title("加密内容", "sealed parts"),
    },
    commands={
        "RegisterWebhook": Title("登记推送", "Register a webhook"),
        "ChangeWebhook": Title("变更推送设置", "Change a webhook"),
        "ReplaceWebhookSecret": Title("更换签名密钥", "Replace the secret"),
        "PauseWebhook": Title("暂停推送", "Pause a webhook"),
        "ResumeWebhook": Title("恢复推送并补发", "Resume and send again"),
        "AskForWebhookTest": Title("发送测试消息", "Send a test message"),
        "EndWebhook": Title("终止推送", "End a webhook"),
    },
    refusals={
        "webhook-address-unfit": Explanation(
            Title("接收地址不符合要求", "The address cannot be used"),
            Title(
                "接收地址应当以 https:// 开头，使用域名和 443 或者 8443 端口，不含用户名、密码"
                "和“#”，不得填写 IP 地址。",
                "It begins with https://, has a domain name and port 443 or 8443, no user, no "
                "password, no “#”, and no IP address.",
            ),
        ),
        "webhook-stage-unknown": Explanation(
            Title("没有该环节", "There is no such stage"),
            Title("请选择所列环节。", "Choose from the stages that are listed."),
        ),
        "webhook-of-another-partner": Explanation(
            Title("合作单位与地址栏不一致", "It is another partner's"),
            Title(
                "每个合作单位登记一个推送，请核对合作单位代号。",
                "Each partner has one. Check the name of the partner.",
            ),
        ),
        "webhook-secret-outrun": Explanation(
            Title("密钥已由他人更换", "The secret was replaced meanwhile"),
            Title("请重新读取后再办理。", "Read it again, then repeat."),
        ),
    },
)
