"""Every clock of the law and of practice stands in the code, with its rule and its reach."""

import re
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from domain.case.grounds import Hold
from domain.case.rest import rests
from domain.clocks.clock import Clock
from domain.clocks.relief import RELIEVABLE
from domain.dated import Dated
from domain.services.catalogue import CATALOGUE
from tests.kit.dated_tables import dated_tables


class Reach(Enum):
    """What a relief does to a clock."""

    MOVED = "the relief names the clock and moves its last day"
    HELD = "the clock stands still with its case"
    BOTH = "the clock stands still with its case, and the relief moves its last day"
    FOLLOWS = "the clock starts where a clock ends that is moved"
    HINDERED = "the term runs on for the one who was hindered"
    UNTOUCHED = "nothing"


CLOCKS = {
    "ACCEPT_1": Reach.HELD,
    "CORRECTION_NOTICE": Reach.HELD,
    "CORRECTION_REPLY": Reach.BOTH,
    "DECIDE": Reach.HELD,
    "DELIVER_10": Reach.HELD,
    "POST_HANDOVER": Reach.HELD,
    "POST_TRANSIT": Reach.HELD,
    "PICKUP_HOLD": Reach.BOTH,
    "RETURN_HOLD": Reach.BOTH,
    "PAY_HOLD": Reach.HELD,
    "RECON_APPLY": Reach.HINDERED,
    "RECON_ACCEPT": Reach.UNTOUCHED,
    "RECON_DECIDE": Reach.UNTOUCHED,
    "RECON_EXTENDED": Reach.UNTOUCHED,
    "SUIT": Reach.UNTOUCHED,
    "BAN_FALSE": Reach.UNTOUCHED,
    "BAN_FRAUD": Reach.UNTOUCHED,
    "TEMP_PLATE": Reach.UNTOUCHED,
    "TEMP_PLATE_REISSUE": Reach.MOVED,
    "INSP_OPEN": Reach.UNTOUCHED,
    "INSP_DUE": Reach.MOVED,
    "INSP_EXEMPT": Reach.MOVED,
    "TRANSFER_30": Reach.MOVED,
    "SCRAP_NOTICE": Reach.UNTOUCHED,
    "PRESELECT_SESSION": Reach.UNTOUCHED,
    "PRESELECT_HOLD": Reach.BOTH,
    "BLACKLIST": Reach.FOLLOWS,
    "LIC_RENEW_OPEN": Reach.UNTOUCHED,
    "LIC_RENEW": Reach.MOVED,
    "LIC_RENEW_ONLINE": Reach.MOVED,
    "LIC_CANCEL_RENEW": Reach.MOVED,
    "LIC_RESTORE": Reach.MOVED,
    "LIC_REVIEW": Reach.MOVED,
    "LIC_MEDICAL": Reach.MOVED,
    "LIC_MEDICAL_C5": Reach.MOVED,
    "LIC_CANCEL_MEDICAL": Reach.MOVED,
    "MEDICAL_CERT": Reach.MOVED,
    "PHOTO": Reach.UNTOUCHED,
    "LIC_CHANGE_30": Reach.MOVED,
    "CONTACT_30": Reach.UNTOUCHED,
    "DEFER_APPLY": Reach.MOVED,
    "DEFER_END": Reach.UNTOUCHED,
    "POINTS_CYCLE": Reach.UNTOUCHED,
    "FULL_POINTS_15": Reach.MOVED,
    "PROBATION": Reach.UNTOUCHED,
    "OVERAGE_60": Reach.UNTOUCHED,
    "OVERAGE_70": Reach.UNTOUCHED,
    "OVERAGE_NOTICE": Reach.MOVED,
    "LEARNER_PERMIT": Reach.MOVED,
    "SUBJ2_WAIT": Reach.UNTOUCHED,
    "SUBJ3_WAIT": Reach.UNTOUCHED,
    "RETEST_WAIT": Reach.UNTOUCHED,
    "EXAM_CANCEL": Reach.MOVED,
    "EXAM_RESULT": Reach.UNTOUCHED,
    "EXAM_RECORD": Reach.UNTOUCHED,
    "VIO_ENTER": Reach.UNTOUCHED,
    "VIO_PUBLISH": Reach.UNTOUCHED,
    "VIO_COME": Reach.MOVED,
    "VIO_COME_CAMERA": Reach.MOVED,
    "VIO_POSTPONED": Reach.MOVED,
    "VIO_ANSWER": Reach.UNTOUCHED,
    "FINE_DUE": Reach.UNTOUCHED,
    "FINE_ADD": Reach.UNTOUCHED,
}

RULES: Final = Path(__file__).parents[2] / "docs" / "rules.md"
_ROW: Final = re.compile(r"^\| `(\w+)` \|(.*)\|$", re.MULTILINE)
_ELSEWHERE: Final = re.compile(r"fee_|decide_")
"""Fees and terms of decision stand on the page of each service."""


_OF_A_CASE: Final = {
    *(clock for clock, reach in CLOCKS.items() if reach in {Reach.HELD, Reach.BOTH}),
    Clock.RECON_APPLY,
    Clock.SUIT,
}
"""The table of the clocks of a case names laws in words."""


def _of(reach: Reach) -> set[str]:
    return {clock for clock, mine in CLOCKS.items() if mine is reach}


@cache
def _tables() -> dict[str, list[Dated[Any]]]:
    """The rule tables by their code. Some codes have several, such as one for each kind."""
    found: dict[str, list[Dated[Any]]] = {}
    for table in dated_tables():
        found.setdefault(table.code, []).append(table)
    return found


def _bases(code: str) -> set[str]:
    return {rule.basis for table in _tables()[code] for rule in table}


def _rows() -> dict[str, list[str]]:
    """The cells of the tables of the page, by the name with which the row begins."""
    page = RULES.read_text(encoding="utf-8")
    return {name: [cell.strip() for cell in rest.split("|")] for name, rest in _ROW.findall(page)}


def test_no_clock_is_missing_and_none_is_unknown_to_the_list() -> None:
    assert {str(clock) for clock in Clock} == CLOCKS.keys()


@pytest.mark.parametrize("clock", sorted(set(Clock) - {Clock.DECIDE}))
def test_every_clock_has_a_dated_rule_that_names_its_basis(clock: Clock) -> None:
    assert all(_bases(clock))


def test_every_service_says_in_how_many_days_it_is_decided_and_by_which_rule() -> None:
    for service in CATALOGUE.values():
        assert all(_bases(service.decide_within.code)), service.code


def test_a_relief_moves_the_clocks_that_the_list_allows_and_no_others() -> None:
    assert {str(clock) for clock in RELIEVABLE} == _of(Reach.MOVED) | _of(Reach.BOTH)


@pytest.mark.parametrize("clock", sorted(_of(Reach.HELD) | _of(Reach.BOTH)))
def test_the_clocks_of_a_case_rest_under_a_relief(clock: str) -> None:
    assert rests(clock, {Hold.RELIEF})
    assert not rests(clock, set())


def test_the_page_of_rules_names_every_clock_and_every_other_number() -> None:
    numbers = {code for code in _tables() if not _ELSEWHERE.match(code)}
    assert sorted((set(Clock) | numbers) - _rows().keys()) == [], "docs/rules.md has no row"


def test_the_page_of_rules_says_what_a_relief_moves() -> None:
    rows = _rows()
    assert {clock for clock in CLOCKS if "✔" in rows[clock]} == _of(Reach.MOVED) | _of(Reach.BOTH)


@pytest.mark.parametrize(
    "code",
    sorted({code for code in _tables() if not _ELSEWHERE.match(code)} - _OF_A_CASE),
)
def test_the_page_of_rules_quotes_the_basis_of_every_number(code: str) -> None:
    quoted = _rows()[code][-1]
    assert all(basis in quoted for basis in _bases(code)), quoted
