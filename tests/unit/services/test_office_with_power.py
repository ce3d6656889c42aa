"""Which office gives the holder another licence."""

import pytest

from domain.services.blocks.licence.office import office_with_power
from domain.services.facts import AtCounter, ByPost


@pytest.mark.parametrize(
    ("file_no", "delivery", "office"),
    [
        ("410300123456", ByPost("410105"), "410300"),
        ("419000123456", AtCounter("410100.br1"), "419001"),
        ("110100123456", ByPost("410105"), "410100"),
        ("110100123456", ByPost("419001"), "419001"),
        ("110100123456", AtCounter("410122"), "410100"),
        ("110100123456", AtCounter("411300"), "411300"),
    ],
)
def test_it_is_the_issuing_office_or_that_of_the_delivery(
    file_no: str, delivery: ByPost | AtCounter, office: str
) -> None:
    assert office_with_power(file_no, delivery) == office
