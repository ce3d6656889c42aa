"""An example has other numbers for each who asks, and is as valid as the one that is published."""

import json
from random import Random

import pytest

from domain.services.blocks.fresh_numbers import with_fresh_numbers
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from domain.services.split import subjects_of
from tests.unit.services.conftest import TODAY

DRAWN = 100


@pytest.mark.parametrize("service", CATALOGUE)
def test_every_example_is_valid_and_about_another(service: str) -> None:
    fixed, draw = CATALOGUE[service].example(TODAY), Random(7)
    forms = [
        read_form(json.dumps(with_fresh_numbers(fixed, draw)).encode(), today=TODAY)
        for _ in range(DRAWN)
    ]
    subjects = [subjects_of(form) for form in forms]
    assert len({each.id_no for each in subjects}) == DRAWN
    assert (
        len({each.plate or each.licence_no or each.vin or each.matter_no for each in subjects})
        == DRAWN
    )


def test_the_published_example_stays_as_it_is() -> None:
    fixed = CATALOGUE["plate_reissue"].example(TODAY)
    drawn = with_fresh_numbers(fixed, Random(7))
    assert fixed == CATALOGUE["plate_reissue"].example(TODAY)
    assert {name for name in fixed if fixed[name] != drawn[name]} == {"applicant", "vehicle"}


def test_no_example_meets_a_plate_of_the_town() -> None:
    """An ordinary plate of the town has its letters in the second and the fourth place."""
    fixed, draw = CATALOGUE["plate_reissue"].example(TODAY), Random(7)
    plates = [with_fresh_numbers(fixed, draw)["vehicle"]["plate_no"] for _ in range(DRAWN)]
    shapes = {tuple(mark.isalpha() for mark in plate[2:]) for plate in plates}
    assert len(shapes) == 9
    assert (False, True, False, True, False) not in shapes
