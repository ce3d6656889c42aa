"""The facts of every service stay readable: one stored example of each, byte for byte.

A file is never edited. ``service.variant.json`` shows another of the values that a field may
take; a file of an earlier date, ``service.YYYY-MM.json``, must go on decoding.
"""

from pathlib import Path

import msgspec
import pytest

from domain.services.catalogue import CATALOGUE, AnyFacts

FILES = sorted((Path(__file__).parents[2] / "golden" / "facts").iterdir())
CURRENT = [file for file in FILES if file.name.count(".") == 1]

read = msgspec.json.Decoder(AnyFacts).decode


def test_every_service_has_a_file_and_every_file_a_service() -> None:
    assert {file.stem for file in CURRENT} == CATALOGUE.keys()
    assert {file.name.split(".")[0] for file in FILES} == CATALOGUE.keys()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_is_read_as_the_facts_of_its_service(file: Path) -> None:
    facts = read(file.read_bytes())
    assert facts.service == file.name.split(".")[0]
    assert type(facts) is CATALOGUE[facts.service].facts
    assert msgspec.json.encode(facts, order="deterministic") + b"\n" == file.read_bytes()


@pytest.mark.parametrize("file", CURRENT, ids=lambda file: file.stem)
def test_its_example_shows_every_field_that_the_service_has_itself(file: Path) -> None:
    kind = CATALOGUE[file.stem].facts
    required = {field.name for field in msgspec.structs.fields(kind) if field.required}
    assert required <= msgspec.json.decode(file.read_bytes()).keys()


def test_facts_of_an_unknown_service_are_not_guessed_at() -> None:
    with pytest.raises(msgspec.ValidationError):
        read(b'{"service":"balloon_licence","channel":"window"}')
