"""What partners are told is what the contract in ``docs`` says, and nothing personal."""

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from jsonschema import Draft202012Validator

from domain.case.stage import Stage
from workers.webhooks.body import CASE, TEST, case_body, trial_body
from workers.webhooks.document import document

DOCS = Path(__file__).parents[2] / "docs"
AT = datetime(2020, 2, 24, 1, tzinfo=UTC)


def schema(type: str) -> dict[str, object]:
    whole = document()
    body = whole["webhooks"][type]["post"]["requestBody"]["content"]["application/json"]["schema"]
    return {**body, "components": whole["components"]}


def test_the_document_is_the_one_in_docs() -> None:
    stored = (DOCS / "webhooks.openapi.json").read_text("utf-8")
    assert json.loads(stored) == json.loads(json.dumps(document())), (
        "python -m workers.webhooks.document"
    )


def test_a_message_is_what_the_schema_says() -> None:
    for type, body in (
        (CASE, case_body(AT, "AAAA-BBBB-CCCC-D", "plate_reissue", Stage.ACCEPTED)),
        (TEST, trial_body(AT)),
    ):
        Draft202012Validator.check_schema(schema(type))
        Draft202012Validator(schema(type)).validate(json.loads(body))


def test_a_message_names_reference_service_stage_and_instant_only() -> None:
    told = msgspec.json.decode(case_body(AT, "AAAA-BBBB-CCCC-D", "plate_reissue", Stage.ACCEPTED))
    assert told == {
        "type": "case.stage_reached",
        "timestamp": "2020-02-24T01:00:00Z",
        "data": {
            "reference": "AAAA-BBBB-CCCC-D",
            "service": "plate_reissue",
            "stage": "accepted",
        },
    }
