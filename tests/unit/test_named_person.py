"""An officer whom a command names has one name, however the caller writes it."""

from datetime import date

import msgspec
import pytest

from api.token_claims import is_pseudonym
from domain.case.review.assignment import reviews
from domain.case.review.commands import EndLoan, LendCase, Officer, ReassignCase
from domain.case.review.reasons import ReassignmentReason
from domain.named_person import as_events_name_him
from domain.people import Actor, Role
from tests.unit.case import situations as s
from tests.unit.case.given import given

HOME = "https://id.example"
UNTIL = date(2020, 3, 6)


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("mal", "mal"),
        (f"mal@{HOME}", "mal"),
        ("mal@https://another.example", "mal@https://another.example"),
        (f"mal@urn:a@{HOME}", f"mal@urn:a@{HOME}"),
        (f"mal@{HOME}/", f"mal@{HOME}/"),
    ],
)
def test_whom_the_store_s_own_issuer_vouches_for_is_named_without_it(
    written: str, named: str
) -> None:
    lend = LendCase(to=written, until=UNTIL)
    over = ReassignCase(reason=ReassignmentReason.LOAD, to=written)
    assert as_events_name_him(lend, HOME) == LendCase(to=named, until=UNTIL)
    assert as_events_name_him(over, HOME).to == named


def test_he_is_named_as_his_own_events_name_him() -> None:
    for issuer in ("", "https://another.example"):
        by = Actor(Role.CLERK, "mal", issuer=issuer)
        written = f"mal@{issuer or HOME}"
        assert as_events_name_him(LendCase(to=written, until=UNTIL), HOME).to == by.person


def test_a_command_that_names_nobody_stays_as_it_is() -> None:
    back = ReassignCase(reason=ReassignmentReason.LOAD)
    assert as_events_name_him(back, HOME) is back
    assert as_events_name_him(EndLoan(), HOME) == EndLoan()


@pytest.mark.parametrize(
    "subject",
    [
        *("third", "410100-clerk-1", "a.b_c", "1381234567", "4101021992022912367", "138123456789"),
        *("13812345678", "x13812345678y", "8613812345678", "41010219920229123X"),
        *("410102199202291236", "no-41010219920229123x", "two words", "", "李", "a" * 65),
    ],
)
def test_an_officer_is_named_as_a_token_names_him(subject: str) -> None:
    """No number of a person goes into an event that way."""
    try:
        msgspec.convert(subject, Officer)
        taken = True
    except msgspec.ValidationError:
        taken = False
    assert taken == is_pseudonym(subject)


def test_an_officer_of_another_issuer_is_named_with_it() -> None:
    there = Actor(Role.CLERK, "third", s.ZHENGZHOU, "https://id.example")
    lend = msgspec.json.decode(
        msgspec.json.encode({"to": there.person, "until": UNTIL}), type=LendCase
    )
    case = given(s.IN_REVIEW).when(lend, by=s.LEADER, on=s.REVIEWED_ON).case
    assert reviews(there, case, UNTIL)
    assert not reviews(s.THIRD, case, UNTIL)
