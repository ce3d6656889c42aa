"""What a form says of its sender is what his token says, or it is a defect with its place."""

import json
from datetime import date
from typing import Any

import pytest

from domain.people import Role
from domain.services.catalogue import CATALOGUE
from domain.services.choices import ONLINE, Channel, UserKind
from domain.services.defects import FormRefused
from domain.services.reader import read_form
from domain.services.vouched import Vouched
from domain.services.ways import ways_of

TODAY = date(2020, 2, 24)
IN_PERSON = frozenset(Channel) - ONLINE - {Channel.SELF_SERVICE}
HIMSELF = Vouched(ways_of(Role.APPLICANT), frozenset({UserKind.REAL_NAME}))


def defects(vouched: Vouched, service: str = "vehicle_contact_change", **said: Any) -> set[Any]:
    body = CATALOGUE[service].example(TODAY) | said
    try:
        read_form(json.dumps(body).encode(), today=TODAY, vouched=vouched)
    except FormRefused as refused:
        return {(each.pointer, each.rule) for each in refused.defects}
    return set()


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_honest_form_of_every_service_is_taken(code: str) -> None:
    assert not defects(HIMSELF, code)


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_form_of_any_service_says_nothing_that_the_token_does_not(code: str) -> None:
    found = defects(Vouched(), code)
    assert {("/channel", "channel_not_yours"), ("/user_kind", "user_kind_not_proven")} <= found


@pytest.mark.parametrize("channel", sorted(IN_PERSON | {Channel.SELF_SERVICE}))
def test_an_applicant_stands_at_no_counter_because_he_says_so(channel: Channel) -> None:
    assert ("/channel", "channel_not_yours") in defects(HIMSELF, channel=channel)


def test_who_was_not_identified_is_not_so_because_he_says_it() -> None:
    registered = Vouched(ways_of(Role.APPLICANT), frozenset({UserKind.WEB_REGISTERED}))
    assert defects(registered) == {("/user_kind", "user_kind_not_proven")}


def test_both_are_told_beside_whatever_else_is_wrong() -> None:
    found = defects(HIMSELF, channel="window", user_kind="unit", postcode="x")
    told = {("/channel", "channel_not_yours"), ("/user_kind", "user_kind_not_proven")}
    assert told < found
    assert "/postcode" in {pointer for pointer, _ in found}
