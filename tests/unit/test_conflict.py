"""Nobody does for the office what is his own, and two pairs of eyes decide."""

from dataclasses import replace
from typing import Any, Final

import pytest

from domain.aggregate import Decision
from domain.aggregates import AGGREGATES
from domain.case.case import CASE
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.conflict import (
    BARRED,
    EXEMPT,
    HIS_OWN,
    ConflictOfInterest,
    Interests,
    OfficialAct,
    OtherOfficerRequired,
    Relation,
    keep_out,
)
from domain.people import Actor, Role
from domain.refusal import Refusal
from tests.unit.case import situations as s
from tests.unit.case.given import circumstances, morning

OFFICIALS: Final = sorted(set(Role) - EXEMPT)
HIS, ANOTHER_S = b"0123456789abcdef", b"fedcba9876543210"
OWNER: Final = Actor(Role.APPLICANT, "citizen")
NOBODY_S: Final = Interests()
BY: Final = Actor(Role.SUPERVISOR, "himself", "410100")


def at(by: Actor = BY, *indexes: bytes, owner: Actor = OWNER) -> Circumstances:
    now = circumstances(morning(s.APPROVED_ON), by)
    return replace(now, owner=owner, id_indexes=frozenset(indexes))


RELATED: Final[dict[Relation, list[tuple[Interests, Circumstances]]]] = {
    Relation.OWNER: [
        (NOBODY_S, at(owner=Actor(Role.APPLICANT, BY.id))),
        (NOBODY_S, at(owner=Actor(Role.PARTNER, BY.id))),
        (Interests(applicant=HIS), at(BY, HIS)),
        (Interests(applicant=HIS), at(BY, ANOTHER_S, HIS)),
    ],
    Relation.AGENT: [(Interests(applicant=ANOTHER_S, agent=HIS), at(BY, HIS))],
    Relation.HOLDER: [(Interests(applicant=ANOTHER_S, holders=frozenset({HIS})), at(BY, HIS))],
    Relation.ACCEPTED: [(Interests(accepted=BY.id), at())],
    Relation.DECIDED: [(Interests(decided=frozenset({BY.id})), at())],
}


def refusal(act: OfficialAct, interests: Interests, now: Circumstances) -> type[Refusal] | None:
    try:
        keep_out(act, interests, now)
    except Refusal as refused:
        return type(refused)
    return None


@pytest.mark.parametrize("act", OfficialAct)
@pytest.mark.parametrize("relation", Relation)
def test_every_cell_of_the_table_holds(relation: Relation, act: OfficialAct) -> None:
    expected = ConflictOfInterest if relation in HIS_OWN else OtherOfficerRequired
    for interests, now in RELATED[relation]:
        barred = refusal(act, interests, now)
        assert barred is (expected if act in BARRED[relation] else None)


def test_what_is_his_own_he_does_not_do_at_all() -> None:
    for relation in HIS_OWN:
        assert BARRED[relation] == set(OfficialAct) - {OfficialAct.ENTER}


@pytest.mark.parametrize("relation", sorted(set(Relation) - HIS_OWN))
def test_who_accepted_or_decided_decides_nothing_of_it_again(relation: Relation) -> None:
    assert OfficialAct.HANDLE not in BARRED[relation]
    assert {
        OfficialAct.CHECK,
        OfficialAct.OVERRIDE,
        OfficialAct.DECIDE,
        OfficialAct.RECONSIDER,
    } <= BARRED[relation]


@pytest.mark.parametrize("role", OFFICIALS)
def test_no_role_sheds_it(role: Role) -> None:
    now = at(Actor(role, BY.id), owner=Actor(Role.APPLICANT, BY.id))
    assert refusal(OfficialAct.HANDLE, NOBODY_S, now) is ConflictOfInterest


@pytest.mark.parametrize("role", sorted(EXEMPT))
def test_the_service_itself_is_exempt_and_so_is_who_comes_for_himself(role: Role) -> None:
    everything = Interests(HIS, HIS, BY.id, frozenset({BY.id}))
    now = at(Actor(role, BY.id), HIS, owner=Actor(Role.APPLICANT, BY.id))
    assert {refusal(act, everything, now) for act in OfficialAct} == {None}


@pytest.mark.parametrize(
    "now",
    [
        at(),
        at(BY, ANOTHER_S),
        at(owner=Actor(Role.APPLICANT, BY.id, issuer="https://another.example")),
        at(Actor(Role.CLERK, BY.id, "410100", "https://another.example"), owner=OWNER),
    ],
)
def test_somebody_else_does_his_work(now: Circumstances) -> None:
    others = Interests(HIS, b"", "another", frozenset({None, "third"}), holders=frozenset({HIS}))
    assert {refusal(act, others, now) for act in OfficialAct} == {None}


def test_a_case_without_an_agent_and_a_token_without_an_index_fit_nobody() -> None:
    assert refusal(OfficialAct.HANDLE, Interests(), at(BY)) is None


@pytest.mark.parametrize("row", CASE.decisions, ids=lambda row: row.command.__name__)
def test_of_what_is_possible_nobody_is_offered_what_is_his_own(row: Decision[Case, Any]) -> None:
    """The list of what may be done next, and the decision, ask the same."""
    own = at(BY, owner=Actor(Role.APPLICANT, BY.id))
    for history in (s.SUBMITTED, s.ACCEPTED, s.CHECKED):
        assert row.command not in CASE.possible_to(CASE.fold(history), own)


def test_the_next_steps_of_who_accepted_hold_no_decision() -> None:
    current = CASE.fold(s.CHECKED)
    offered = CASE.possible_to(current, at(Actor(Role.SUPERVISOR, s.CLERK.id, s.CLERK.office)))
    assert offered
    assert {CASE.row(each).act for each in offered} == {OfficialAct.HANDLE}


def test_every_kind_that_an_office_works_on_says_whom_it_concerns() -> None:
    assert {each.kind for each in AGGREGATES if each.interests} == {
        "ban",
        "case",
        "enquiry",
        "licence",
        "order",
        "violation",
        "penalty",
    }
