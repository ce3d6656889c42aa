"""What is stored stays readable: one example of every event, byte for byte.

A file is never edited. When a field is added, the old file is renamed to
``Name.YYYY-MM.json`` and must go on decoding; the new one holds the new field.
"""

from pathlib import Path

import msgspec
import pytest

from domain.aggregates import CODEC
from domain.people import Actor, Role
from domain.recorded_event import Envelope, topic

GOLDEN = Path(__file__).parents[1] / "golden"
FILES = sorted((GOLDEN / "events").iterdir())
CURRENT = [file for file in FILES if file.name.count(".") == 1]
CLASSES = {kind.__name__: kind for kind in CODEC.of}

read = CODEC.event


def named(file: Path) -> str:
    return file.name.split(".")[0]


def test_every_event_has_a_file_and_every_file_an_event() -> None:
    assert {named(file) for file in CURRENT} == CLASSES.keys()
    assert {named(file) for file in FILES} == CLASSES.keys()
    assert {file.suffix for file in FILES} == {".json"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_is_read_as_the_event_of_its_name(file: Path) -> None:
    event = read(file.read_bytes())
    assert topic(event) == named(file)
    assert read(msgspec.json.encode(event, order="deterministic")) == event


@pytest.mark.parametrize("file", CURRENT, ids=lambda file: file.stem)
def test_it_is_written_byte_for_byte_as_it_stands(file: Path) -> None:
    stored = file.read_bytes()
    assert msgspec.json.encode(read(stored), order="deterministic") + b"\n" == stored


@pytest.mark.parametrize("file", CURRENT, ids=lambda file: file.stem)
def test_its_example_shows_every_field(file: Path) -> None:
    shown = msgspec.json.decode(file.read_bytes()).keys() - {"type"}
    assert shown == set(CLASSES[named(file)].__struct_fields__)


def test_an_unknown_event_is_not_guessed_at() -> None:
    with pytest.raises(msgspec.ValidationError):
        read(b'{"type":"CaseUpdated"}')


def test_the_envelope_is_written_byte_for_byte_as_it_stands() -> None:
    stored = (GOLDEN / "envelope.json").read_bytes()
    envelope = CODEC.decode(stored)
    assert CODEC.encode(envelope) + b"\n" == stored
    assert set(msgspec.json.decode(stored)) == set(Envelope.__struct_fields__)
    assert envelope.by == Actor(Role.CLERK, "clerk", "410100")


def test_an_envelope_of_another_event_is_the_same_but_for_the_event() -> None:
    envelope = CODEC.decode((GOLDEN / "envelope.json").read_bytes())
    for file in CURRENT:
        event = read(file.read_bytes())
        again = CODEC.decode(CODEC.encode(msgspec.structs.replace(envelope, event=event)))
        assert again == msgspec.structs.replace(envelope, event=event)
