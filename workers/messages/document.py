"""``python -m workers.messages.document``: what a gateway for messages has to speak, as OpenAPI."""

import json
import sys
from typing import Any, Final

import msgspec

from workers.messages.http_gateway import NOT_TAKEN, REFUSED, MessageReceipt, WantedMessage

_REF: Final = "#/components/schemas/{name}"
_ABOUT: Final = """\
A gateway for text messages, to which the case-processing service hands over one-time codes and \
notices. 短信网关接口：接收办案服务提交的验证码和办理通知。

Numbers and texts stand in bodies only, over TLS, and are kept no longer than it takes to deliver \
them. A field that is not known here must be ignored.
"""
_ID: Final[dict[str, Any]] = {
    "name": "id",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "format": "uuid"},
}
_WORDS: Final = {
    401: "The token is not the one agreed on. 令牌无效。",
    403: "Messages of this kind are not allowed. 未获授权。",
    404: "There is no such number. 无此号码。",
    409: "Another message has this id. 编号已用于其他短信。",
    422: "It will never be taken. 不予接收。",
    429: "Too many at once; it was not taken. 请求过多，未接收。",
    503: "It was not taken. 暂不接收。",
}


def document() -> dict[str, Any]:
    """A document of OpenAPI 3.1, made from the types and the statuses that the client knows."""
    (wanted, receipt), components = msgspec.json.schema_components(
        (WantedMessage, MessageReceipt), ref_template=_REF
    )
    answers = {str(status): {"description": _WORDS[status]} for status in REFUSED | NOT_TAKEN}
    return {
        "openapi": "3.1.0",
        "info": {"title": "SMS gateway 短信网关", "version": "1", "description": _ABOUT},
        "security": [{"token": []}],
        "paths": {
            "/messages/{id}": {
                "put": {
                    "operationId": "send",
                    "summary": "发送短信 · Send a message",
                    "description": "The same id comes again until it is answered. It is sent once, "
                    "and answered alike each time. 同一编号只发送一次。 After 204, 404, 409 or 422 "
                    "it does not come again. Any answer that is not listed leaves open whether it "
                    "was taken, and the same id comes again here and nowhere else. "
                    "其他应答视为结果不明，只向本网关重试。",
                    "parameters": [_ID],
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": wanted}},
                    },
                    "responses": {
                        "204": {"description": "It is taken, now or before. 已接收。"},
                        **dict(sorted(answers.items())),
                    },
                },
                "get": {
                    "operationId": "receipt",
                    "summary": "查询送达回执 · What became of a message",
                    "description": "It is asked for again until it says that the message arrived, "
                    "or why not, for three days at most. 三日内反复查询，直至有结果。",
                    "parameters": [_ID],
                    "responses": {
                        "200": {
                            "description": "What is known of it. 当前状态。",
                            "content": {"application/json": {"schema": receipt}},
                        },
                        "404": {"description": "There is no such message. 无此短信。"},
                    },
                },
            }
        },
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


if __name__ == "__main__":
    json.dump(document(), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
