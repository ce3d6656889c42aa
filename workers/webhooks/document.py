"""``python -m workers.webhooks.document``: what a partner is sent, as webhooks of OpenAPI 3.1."""

import json
import sys
from typing import Any, Final

import msgspec

from domain.inbox.webhook_signature import ID, SIGNATURE, TIMESTAMP
from workers.webhooks.body import CASE, TEST, CaseMessage, TrialMessage
from workers.webhooks.post import SECONDS

_REF: Final = "#/components/schemas/{name}"
_ABOUT: Final = """\
What the case-processing service tells a partner of the cases that he has submitted himself. \
合作单位案件进度推送：仅推送本单位提交的案件。

A message names the case by its reference, the service, the stage and the instant, and nobody. \
Whoever wants to know more asks the API in his own name. 消息不含个人信息。

Messages come by Standard Webhooks 1.0 (`v1`, HMAC-SHA-256 over id, timestamp and body) to one \
address, which uses https and a name that leads to public addresses only. Redirections are not \
followed. While a secret is being replaced there are two signatures for 24 hours, and one of them \
is enough.

Each message comes at least once and under one `webhook-id` always, so whoever remembers the id \
takes it once. Messages may come in any order: the instant tells which is later. A message that \
is not answered with 2xx within {seconds:.0f} s comes again: up to three times within seconds, \
then after about 1 min, 5 min, 30 min, 2 h, 5 h and 10 h, with some chance in it. Then, and at \
once after 410, the service pauses and keeps what happens; an official has it sent later. \
未以 2xx 应答的消息会重发，编号不变；长时间无法接收的暂停推送，恢复后补发。 A field that is not \
known here must be ignored.
"""
_FIELDS: Final = (
    (ID, "The same for each repetition. 消息编号，重发不变。"),
    (TIMESTAMP, "Seconds since 1970 at which this try was signed. 签名时间。"),
    (SIGNATURE, "`v1,` and base64, one or two of them apart by a space. 签名。"),
)


def document() -> dict[str, Any]:
    """A document of OpenAPI 3.1, made from the types that are sent."""
    (case, trial), components = msgspec.json.schema_components(
        (CaseMessage, TrialMessage), ref_template=_REF
    )
    about = _ABOUT.format(seconds=SECONDS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Webhooks of partners 合作单位推送",
            "version": "1",
            "description": about,
        },
        "webhooks": {
            CASE: _told("caseStageReached", "案件进入新环节 · A case has reached a stage", case),
            TEST: _told("webhookTest", "测试消息 · A test that tells of no case", trial),
        },
        "components": {"schemas": components},
    }


def _told(id: str, summary: str, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "post": {
            "operationId": id,
            "summary": summary,
            "parameters": [
                {
                    "name": name,
                    "in": "header",
                    "required": True,
                    "description": about,
                    "schema": {"type": "string"},
                }
                for name, about in _FIELDS
            ],
            "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
            "responses": {
                "2XX": {"description": "It is taken. 已接收。"},
                "410": {"description": "Send nothing more here. 地址已停用，请停止推送。"},
                "default": {"description": "It comes again. 稍后重发。"},
            },
        }
    }


if __name__ == "__main__":
    json.dump(document(), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
