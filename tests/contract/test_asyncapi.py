"""The AsyncAPI document: valid, complete, and true of what is stored."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from jsonschema.validators import Draft202012Validator

from cheguan.asyncapi_document import document
from domain.aggregates import CODEC

HERE = Path(__file__).parent
DOCUMENT: dict[str, Any] = json.loads(json.dumps(document("cheguan.events.v1")))
GOLDEN = HERE.parent / "golden"


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The schema that the AsyncAPI project publishes, from npm by our lock file."""
    folder = tmp_path_factory.mktemp("asyncapi")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE.parent / "asyncapi" / name, folder)
    told = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert told.returncode == 0, told.stderr
    published = folder / "node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json"
    read: dict[str, Any] = json.loads(published.read_text(encoding="utf-8"))
    return read


def test_the_document_is_valid_asyncapi(schema: dict[str, Any]) -> None:
    assert [error.message for error in Draft7Validator(schema).iter_errors(DOCUMENT)] == []
    broken = {**DOCUMENT, "operations": {"x": {"action": "shout"}}}
    assert not Draft7Validator(schema).is_valid(broken)


def test_every_reference_leads_somewhere() -> None:
    for path in references(DOCUMENT):
        found: Any = DOCUMENT
        for step in path.removeprefix("#/").split("/"):
            found = found[step]


def references(part: Any) -> list[str]:
    if isinstance(part, dict):
        here = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return here + [path for inner in part.values() for path in references(inner)]
    return [path for inner in part for path in references(inner)] if isinstance(part, list) else []


def test_every_event_class_is_a_message() -> None:
    classes = CODEC.of
    assert DOCUMENT["components"]["messages"].keys() == {kind.__name__ for kind in classes}
    assert DOCUMENT["channels"]["events"]["messages"].keys() == {k.__name__ for k in classes}


@pytest.mark.parametrize("file", sorted((GOLDEN / "events").glob("*.json")), ids=lambda f: f.stem)
def test_every_stored_example_is_a_payload_of_its_message(file: Path) -> None:
    envelope = json.loads((GOLDEN / "envelope.json").read_bytes())
    envelope["event"] = json.loads(file.read_bytes())
    name = envelope["event"]["type"]
    payload = DOCUMENT["components"]["messages"][name]["payload"]
    validator = Draft202012Validator({**payload, "components": DOCUMENT["components"]})
    assert [error.message for error in validator.iter_errors(envelope)] == []
    envelope["event"]["type"] = "Nothing"
    assert not validator.is_valid(envelope)
