"""Every clock of the law and of practice stands in the code, with its rule and its reach."""

from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from domain import clocks
from domain.case.grounds import Hold
from domain.case.rest import rests
from domain.clocks.clock import Clock
from domain.clocks.relief import RELIEVABLE
from domain.dated import Dated
from domain.services.catalogue import CATALOGUE


class Reach(Enum):
    """What a relief does to a clock."""

    MOVED = "the relief names the clock and moves its last day"
    HELD = "the clock stands still with its case"
    FOLLOWS = "the clock starts where a clock ends that is moved"
    HINDERED = "the term runs on for the one who was hindered"
    UNTOUCHED = "nothing"


CLOCKS = {
    "ACCEPT_1": Reach.HELD,
    "CORRECTION_NOTICE": Reach.HELD,
    "CORRECTION_REPLY": Reach.HELD,
    "DECIDE": Reach.HELD,
    "DELIVER_10": Reach.HELD,
    "POST_HANDOVER": Reach.HELD,
    "POST_TRANSIT": Reach.HELD,
    "PICKUP_HOLD": Reach.HELD,
    "RETURN_HOLD": Reach.HELD,
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
    "PRESELECT_HOLD": Reach.MOVED,
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
    "VIO_ENTER": Reach.UNTOUCHED,
    "VIO_PUBLISH": Reach.UNTOUCHED,
    "VIO_COME": Reach.MOVED,
    "VIO_COME_CAMERA": Reach.MOVED,
    "VIO_POSTPONED": Reach.MOVED,
    "FINE_DUE": Reach.UNTOUCHED,
    "FINE_ADD": Reach.UNTOUCHED,
}

BY_REGION = {Clock.PRESELECT_HOLD}
"""Each region has its own number of days, which is a setting of its services."""


def _of(reach: Reach) -> set[str]:
    return {clock for clock, mine in CLOCKS.items() if mine is reach}


def _rules(value: object) -> Iterator[Dated[Any]]:
    """The tables in a value of a module, which may be a mapping of mappings."""
    if isinstance(value, Dated):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _rules(each)


def _ruled() -> dict[str, Dated[Any]]:
    modules = (import_module(each.name) for each in iter_modules(clocks.__path__, "domain.clocks."))
    found = {
        rules.code: rules
        for module in modules
        for value in vars(module).values()
        for rules in _rules(value)
    }
    decide = next(iter(CATALOGUE.values())).decide_within
    return found | {Clock.DECIDE: decide}


def test_no_clock_is_missing_and_none_is_unknown_to_the_list() -> None:
    assert {str(clock) for clock in Clock} == CLOCKS.keys()


@pytest.mark.parametrize("clock", sorted(set(Clock) - BY_REGION))
def test_every_clock_has_a_dated_rule_that_names_its_basis(clock: Clock) -> None:
    rules = _ruled()[clock]
    assert all(rule.basis for rule in rules)


def test_a_relief_moves_the_clocks_that_the_list_allows_and_no_others() -> None:
    assert {str(clock) for clock in RELIEVABLE} == _of(Reach.MOVED)


@pytest.mark.parametrize("clock", sorted(_of(Reach.HELD)))
def test_the_clocks_of_a_case_rest_under_a_relief(clock: str) -> None:
    assert rests(clock, {Hold.RELIEF})
    assert not rests(clock, set())
