"""Examples of what is sent and answered, made of the schemas, of the service's own day.

A type that brings ``examples`` of its own is shown by the first of them.

A request shows what must be there, and an answer all that may be there. A contract test holds
every example to its schema, and the tests of a whole case send them.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from api.openapi.operation import JSON
from api.openapi.schemas import Schema
from domain.identifiers import reference
from domain.services.blocks.examples import by_post, morning
from domain.services.catalogue import CATALOGUE, CHECKS, REFUSALS
from domain.uploads.samples import sample

_UUID: Final = "0197e1a2-5b3c-7d4e-8f60-718293a4b5c6"
_OFFICE: Final = "410100"
_SERVICE: Final = next(iter(CATALOGUE))
_VALUES: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("office", "to_office", "from_office", "right_office"), _OFFICE),
    **dict.fromkeys(("pickup_office_id", "region", "region_code", "place"), _OFFICE),
    "destination_region": "410105",
    "reference": reference.draw(bytes(range(reference.BYTES))),
    **dict.fromkeys(("to", "reviewer", "handler"), f"{_OFFICE}-clerk-2"),
    "last_four": "1236",
    "mobile": "13800001234",
    "digits": "268153",
    "item_no": "EE473124829CN",
    "scan": "EE473124829CN-7",
    "scan_id": "EM473124829CN-7",
    **dict.fromkeys(("serial", "first"), "HP00000001"),
    "last": "HP00000500",
    "service": _SERVICE,
    "code": _SERVICE,
    "kind": "case",
    "codes": next(iter(REFUSALS)),
    "check": next(iter(CHECKS)),
    "checks": next(iter(CHECKS)),
    "document_no": "A1234567",
    "where": "id_front",
    "relief": "relief-1",
    "mode": "suspend",
    "clocks": "LIC_RENEW",
    "text": "驾驶证换证期限适当延长",
    "reason": "支持复工复产，逐步恢复线下业务。",
    "services": "reissue_replace",
    "offices": _OFFICE,
    "body": f"{_OFFICE}-det",
    "id_no": "410102199202291236",
    "name": "张*",
    "sha256": sample(1).sha256.hex(),
    "stage": "accepted",
    "stage_title": "已受理",
    "queue": "review",
    "period": "14",
    "site": "410100.exs1",
    "act_code": "1039",
    "receipt_no": "HN20200302001",
    "by": "region",
    **dict.fromkeys(("bank_reference", "payment"), "B20200302-000001"),
    "timestamp": "2020-03-02T01:00:00Z",
    "ticket": "A001",
    "item": "WS-07",
    "officers": f"{_OFFICE}-clerk-2",
    "version": 3,
    "position": 128,
    "min_position": 128,
    "cursor": "AZfhols8fU6PYHGCk6S1xg",
    "size": sample(1).size,
}
"""Values by the name of the field, where they fit its schema."""
_TEXT: Final = "…"


class Examples:
    """Makes examples for the operations of a document."""

    def __init__(self, document: Schema, today: date) -> None:
        self._schemas: Schema = document["components"]["schemas"]
        self._today = today

    def add(self, operation: Schema) -> None:
        """Adds an example of every body, answer and parameter that has none."""
        for parameter in operation.get("parameters", ()):
            if "schema" in parameter and "example" not in parameter:
                name = parameter["name"]
                parameter["example"] = self.of(parameter["schema"], name)
        for content in (operation.get("requestBody") or {"content": {}})["content"].items():
            self._add(*content, whole=False)
        for status, response in operation["responses"].items():
            if status.startswith("2"):
                for content in response.get("content", {}).items():
                    self._add(*content, whole=True)

    def _add(self, media_type: str, content: Schema, *, whole: bool) -> None:
        if media_type == JSON and not content.keys() & {"example", "examples"}:
            content["example"] = self.of(content["schema"], whole=whole)

    def of(self, schema: Schema, name: str = "", *, whole: bool = True) -> Any:
        """An example of a schema. Without ``whole`` it has only what must be there."""
        if name == "delivery" and not whole:
            return by_post()
        if "$ref" in schema:
            schema = self._schemas[schema["$ref"].rpartition("/")[2]]
        if "const" in schema:
            return schema["const"]
        if own := schema.get("examples"):
            return own[0]
        if choices := schema.get("enum"):
            return _VALUES[name] if _VALUES.get(name) in choices else choices[-1]
        for either in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
            if either.get("type") != "null":
                return self.of(either, name, whole=whole)
        match schema.get("type"):
            case "object":
                return self._object(schema, whole=whole)
            case "array":
                return [self.of(schema.get("items", {}), name, whole=whole)]
            case "string":
                return self._text(schema, name)
            case "boolean":
                return True
            case "integer" | "number":
                return _VALUES.get(name, schema.get("minimum", 1))
        return {}

    def _object(self, schema: Schema, *, whole: bool) -> Schema:
        properties: Schema = schema.get("properties", {})
        required = schema.get("required") or list(properties)[:1]
        shown = {
            name: self.of(each, name, whole=whole)
            for name, each in properties.items()
            if whole or name in required
        }
        if not properties and isinstance(each := schema.get("additionalProperties"), dict):
            shown = {_TEXT: self.of(each, whole=whole)}
        return shown

    def _text(self, schema: Schema, name: str) -> str:
        match schema.get("format"):
            case "uuid":
                return _UUID
            case "date":
                return self._today.isoformat()
            case "date-time":
                return morning(self._today)
        return str(_VALUES.get(name, _TEXT))
