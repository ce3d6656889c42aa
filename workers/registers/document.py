"""``python -m workers.registers.document``: what a register elsewhere has to speak, as OpenAPI."""

import json
import sys
from typing import Any, Final

import msgspec

from domain.register.port import Inquiry, OrderedChanges
from workers.registers.contract import Entries

_REF: Final = "#/components/schemas/{name}"
_ABOUT: Final = """\
A register of vehicles and driving licences that stands behind the case-processing service. The \
service asks it about each application, and tells it what an approval changes. \
机动车和驾驶证登记系统与办案服务之间的接口：逐件核对登记信息，并接收办理结果。

Persons are named in the clear, in bodies only, over TLS. Days are local days of the office. \
A field that is not known here must be ignored, and one that is missing has its default.
"""
_TROUBLE: Final[dict[str, Any]] = {
    "401": {"description": "The token is not the one agreed on. 令牌无效。"},
    "503": {"description": "Come again. The service waits, and decides nothing. 暂不可用。"},
}


def document() -> dict[str, Any]:
    """A document of OpenAPI 3.1, made from the types that the client writes and reads."""
    schemas, components = msgspec.json.schema_components(
        (Inquiry, Entries, OrderedChanges), ref_template=_REF
    )
    inquiry, entries, ordered = schemas
    return {
        "openapi": "3.1.0",
        "info": {"title": "Register 登记系统", "version": "1", "description": _ABOUT},
        "security": [{"token": []}],
        "paths": {
            "/inquiries": {
                "post": {
                    "operationId": "ask",
                    "summary": "核对登记信息 · What is on record",
                    "requestBody": _body(inquiry),
                    "responses": {
                        "200": {"description": "What there is.", **_content(entries)},
                        **_TROUBLE,
                    },
                }
            },
            "/changes/{id}": {
                "put": {
                    "operationId": "change",
                    "summary": "接收办理结果 · Carry out what an outcome changes",
                    "description": "The same id comes again until it is answered. It is carried "
                    "out once, and answered alike each time. 同一编号只执行一次。 "
                    "OutcomeUndone comes first: what its case has changed is undone, what other "
                    "cases have changed since stays, and what was handed out is void. Where the "
                    "outcome of another case builds on it, answer 409, and people decide. "
                    "撤回办理结果的，先行撤回；其他案件此后的变更不受影响，原核发的牌证作废。"
                    "其他案件已在其基础上办理的，返回409，由人工处理。",
                    "parameters": [
                        {
                            "name": "id",
                            "in": "path",
                            "required": True,
                            "schema": {"type": "string", "format": "uuid"},
                        }
                    ],
                    "requestBody": _body(ordered),
                    "responses": {
                        "204": {"description": "It is carried out, now or before. 已执行。"},
                        "404": {"description": "No such vehicle or licence. 无此登记。"},
                        "409": {"description": "The record does not allow it. 登记状态不允许。"},
                        "422": {"description": "It cannot be read. 无法识别。"},
                        **_TROUBLE,
                    },
                }
            },
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
