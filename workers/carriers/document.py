"""``python -m workers.carriers.document``: what a carrier elsewhere has to speak, as OpenAPI."""

import json
import sys
from typing import Any, Final

import msgspec

from domain.carriers.carrier_scan import CarrierNotice
from domain.carriers.port import HandedItem, KnownItem, NumberedItem, WantedItem
from domain.inbox.webhook_signature import ID, SIGNATURE, TIMESTAMP

_REF: Final = "#/components/schemas/{name}"
_ABOUT: Final = """\
A carrier of documents, as the case-processing service speaks to it: it gives item numbers of \
UPU S10, takes items over by an electronic manifest, and tells of every scan. \
证件寄递接口：取号、交接、撤单、查询，以及邮件轨迹推送。

Recipients are named in the clear, in bodies only, over TLS. An item is addressed by a key that \
the sender has drawn, so that an order which comes twice is one item. Places are codes of \
GB/T 2260, money is in fen. A field that is not known here must be ignored, and one that is \
missing has its default.

Scans come as callbacks by Standard Webhooks 1.0 (`v1`, HMAC-SHA-256 over id, timestamp and \
body) to the `notify_url` of the order. Each is sent until it is answered with 2xx: at once, and \
after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h. They may come in any order, and more than once.
"""
_TROUBLE: Final[dict[str, Any]] = {
    "401": {"description": "The token is not the one agreed on. 令牌无效。"},
    "503": {"description": "Come again. 暂不可用。"},
}
_KEY: Final[dict[str, Any]] = {
    "name": "key",
    "in": "path",
    "required": True,
    "description": "Drawn by the sender, one for each posting. 寄件方订单号。",
    "schema": {"type": "string", "format": "uuid"},
}


def document() -> dict[str, Any]:
    """A document of OpenAPI 3.1, made from the types that the client writes and reads."""
    kinds = (WantedItem, NumberedItem, HandedItem, KnownItem, CarrierNotice)
    schemas, components = msgspec.json.schema_components(kinds, ref_template=_REF)
    wanted, numbered, handed, known, notice = schemas
    return {
        "openapi": "3.1.0",
        "info": {"title": "Carrier 邮件寄递", "version": "1", "description": _ABOUT},
        "security": [{"token": []}],
        "paths": {
            "/items/{key}": {
                "parameters": [_KEY],
                "put": {
                    "operationId": "create",
                    "summary": "取号 · Order an item and get its number",
                    "description": "The same key gets the same number, whatever the body says "
                    "by then. 同一订单号返回同一邮件号。",
                    "requestBody": _body(wanted),
                    "responses": {
                        "200": {"description": "Its number. 邮件号。", **_content(numbered)},
                        "422": {"description": "It cannot be read. 无法识别。"},
                        **_TROUBLE,
                    },
                },
                "delete": {
                    "operationId": "cancel",
                    "summary": "撤单 · Cancel an order",
                    "responses": {
                        "204": {"description": "It is void, or never was. 已撤销。"},
                        "409": {"description": "The item was handed over. 邮件已交接。"},
                        **_TROUBLE,
                    },
                },
                "get": {
                    "operationId": "known",
                    "summary": "查询 · What is known of an item",
                    "responses": {
                        "200": {"description": "Its scans. 邮件轨迹。", **_content(known)},
                        "404": {"description": "No such order. 无此订单。"},
                        **_TROUBLE,
                    },
                },
            },
            "/items/{key}/handover": {
                "parameters": [_KEY],
                "put": {
                    "operationId": "handOver",
                    "summary": "交接 · The item is with the carrier",
                    "requestBody": _body(handed),
                    "responses": {
                        "204": {"description": "It is taken, now or before. 已接收。"},
                        "404": {"description": "No such order. 无此订单。"},
                        "409": {"description": "Cancelled, or another number. 已撤单或号码不符。"},
                        "422": {"description": "It cannot be read. 无法识别。"},
                        **_TROUBLE,
                    },
                },
            },
        },
        "webhooks": {
            "item.scanned": {
                "post": {
                    "operationId": "scanned",
                    "summary": "轨迹推送 · An item was scanned",
                    "security": [],
                    "parameters": [
                        {
                            "name": name,
                            "in": "header",
                            "required": True,
                            "schema": {"type": "string", "maxLength": 1_000},
                        }
                        for name in (ID, TIMESTAMP, SIGNATURE)
                    ],
                    "requestBody": _body(notice),
                    "responses": {
                        "202": {"description": "It is kept, and need not come again. 已接收。"},
                        "401": {"description": "Not signed, or not now. 签名无效。"},
                        "409": {"description": "Another body came before. 同一编号内容不同。"},
                        "503": {"description": "Come again. 暂不可用。"},
                    },
                }
            }
        },
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, **_content(schema)}


def _content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


if __name__ == "__main__":
    json.dump(document(), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
