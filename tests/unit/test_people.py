"""Who is whom: a caller, and the human being behind him."""

from itertools import combinations
from pathlib import Path

from domain.aggregates import CODEC
from domain.people import NOBODY, Actor, Role

GOLDEN = Path(__file__).parents[1] / "golden"
ELSEWHERE = "https://another.example"
CALLERS = [
    Actor(role, id, issuer=issuer)
    for role in Role
    for id in ("a", "a.b")
    for issuer in ("", ELSEWHERE, "a")
]


def test_two_callers_never_share_a_text_and_two_people_neither() -> None:
    for one, other in combinations(CALLERS, 2):
        assert one.caller != other.caller
        same = (one.id, one.issuer) == (other.id, other.issuer)
        assert (one.person == other.person) is same


def test_an_office_makes_nobody_another() -> None:
    here, there = (Actor(Role.CLERK, "a", office) for office in ("410100", "410300"))
    assert (here.caller, here.person) == (there.caller, there.person)


def test_nobody_is_no_caller() -> None:
    assert NOBODY.caller not in {each.caller for each in CALLERS}


def test_an_event_of_the_store_s_own_issuer_is_stored_as_ever() -> None:
    stored = (GOLDEN / "envelope.json").read_bytes()
    assert CODEC.decode(stored).by == Actor(Role.CLERK, "clerk", "410100", issuer="")
    assert CODEC.encode(CODEC.decode(stored)) + b"\n" == stored


def test_an_event_of_another_issuer_names_him() -> None:
    stored = (GOLDEN / "envelope_of_another_issuer.json").read_bytes()
    envelope = CODEC.decode(stored)
    assert envelope.by == Actor(Role.CLERK, "clerk", "410100", issuer=ELSEWHERE)
    assert CODEC.encode(envelope) + b"\n" == stored
