"""The code on a paper: it names the paper, and nobody can make one up."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.instrument_code import NamedInstrument, code_of, named_by
from domain.vault import BlindIndex

KEY = BlindIndex(b"k" * 32)
NAMED = NamedInstrument(UUID("01900000-0000-7000-8000-000000000001"), 7)
CODE = code_of(NAMED, KEY)


def test_it_is_written_in_eight_groups_of_five_and_stays_the_same() -> None:
    assert "068000000-0".replace("068000000-0", CODE) == CODE
    assert [len(group) for group in CODE.split("-")] == [5] * 8


@given(st.uuids(), st.integers(0, 2**16 - 1))
def test_a_code_names_its_paper(case: UUID, version: int) -> None:
    named = NamedInstrument(case, version)
    assert named_by(code_of(named, KEY), KEY) == named


@given(st.integers(0, 39), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_no_other_character_is_taken_in_any_place(place: int, other: str) -> None:
    typed = CODE.replace("-", "")
    wrong = typed[:place] + other + typed[place + 1 :]
    assert named_by(wrong, KEY) == (NAMED if wrong == typed else None)


@pytest.mark.parametrize(
    "text",
    [CODE.lower(), CODE.replace("-", ""), CODE.replace("0", "O").replace("1", "l"), f" {CODE} "],
)
def test_a_code_may_be_typed_as_people_type(text: str) -> None:
    assert named_by(text, KEY) == NAMED


@pytest.mark.parametrize("text", ["", CODE[:-1], f"{CODE}0", CODE[:-1] + "U", "！" * 40])
def test_what_is_no_code_names_nothing(text: str) -> None:
    assert named_by(text, KEY) is None


def test_another_store_does_not_know_it() -> None:
    assert named_by(CODE, BlindIndex(b"o" * 32)) is None
