"""The contract of a gateway for messages is made from what its client writes and understands."""

import json
from pathlib import Path
from typing import get_args

from jsonschema import Draft202012Validator

from domain.notices.kinds import UndeliveredReason
from workers.messages.document import document
from workers.messages.http_gateway import NOT_TAKEN, REFUSED, Failure, WantedMessage

DOCS = Path(__file__).parents[2] / "docs"


def test_the_document_is_the_one_in_docs() -> None:
    stored = (DOCS / "sms-gateway.openapi.json").read_text("utf-8")
    assert json.loads(stored) == json.loads(json.dumps(document())), (
        "python -m workers.messages.document"
    )


def test_a_message_is_what_the_schema_says() -> None:
    schema = document()["components"]["schemas"][WantedMessage.__name__]
    Draft202012Validator.check_schema(schema)
    assert schema["properties"].keys() == set(WantedMessage.__struct_fields__)


def test_every_answer_that_the_client_understands_is_listed() -> None:
    (path,) = document()["paths"].values()
    listed = {int(status) for status in path["put"]["responses"]}
    assert listed == REFUSED | NOT_TAKEN | {204}


def test_every_failure_of_a_receipt_can_be_recorded() -> None:
    assert {UndeliveredReason(code) for code in get_args(Failure)} < set(UndeliveredReason)
