"""The declarations of the services."""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from domain.case.production.words import EVENTS, OF_DOCUMENT
from domain.dated import Dated, Rule
from domain.identifiers.plate import PlateKind
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE, catalogue
from domain.services.checks.application import COMMON
from domain.services.choices import DocumentKind
from domain.services.facts import Facts
from domain.services.guide import term_of
from domain.services.instead import instead_of
from domain.services.postage import postage_fen
from domain.services.reader import read_form
from domain.services.renewal_deferral.facts import RenewalDeferralFacts
from domain.services.split import clear_facts
from domain.titles import Title

TODAY = date(2020, 2, 24)
PLATES = CATALOGUE["plate_reissue"]


def facts(code: str = "plate_reissue") -> Facts:
    return clear_facts(read_form(json.dumps(CATALOGUE[code].example(TODAY)).encode(), today=TODAY))


@pytest.mark.parametrize("code", CATALOGUE)
@pytest.mark.parametrize("days", [0, 1, 5, 30, 400])
def test_an_example_is_valid_on_the_day_it_is_made_for(code: str, days: int) -> None:
    day = TODAY + timedelta(days)
    form = read_form(json.dumps(CATALOGUE[code].example(day)).encode(), today=day, service=code)
    assert form.user_kind in CATALOGUE[code].user_kinds


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_example_brings_exactly_the_documents_the_service_asks_for(code: str) -> None:
    given = facts(code)
    assert {paper.kind for paper in given.papers} == CATALOGUE[code].documents(given)


def test_a_damaged_plate_needs_a_photo() -> None:
    asked = PLATES.documents(msgspec.structs.replace(facts(), reason="damaged"))
    assert DocumentKind.PLATE_PHOTO in asked - PLATES.documents(facts())


@pytest.mark.parametrize(
    ("code", "days"),
    [("plate_reissue", 15), ("vehicle_contact_change", 1), ("renewal_deferral", 1)],
)
def test_the_terms_are_those_of_the_law(code: str, days: int) -> None:
    assert CATALOGUE[code].decide_within.on(TODAY) == days
    assert CATALOGUE[code].law.verified


def test_only_contacts_and_penalties_that_are_accepted_are_automatic() -> None:
    assert [s.code for s in CATALOGUE.values() if s.automatic] == [
        "vehicle_contact_change",
        "driver_contact_change",
        "violation_handling",
        "fine_payment",
    ]


@pytest.mark.parametrize(
    ("kind", "day", "fen"),
    [
        (PlateKind.SMALL_CAR, TODAY, 100_00),
        (PlateKind.SMALL_NEV, TODAY, 100_00),
        (PlateKind.TRAILER, TODAY, 50_00),
        (PlateKind.LOW_SPEED, TODAY, 40_00),
        (PlateKind.MOTORCYCLE, date(2019, 12, 31), 70_00),
        (PlateKind.MOTORCYCLE, date(2020, 1, 1), 35_00),
        (PlateKind.MOPED, TODAY, 35_00),
    ],
)
def test_plates_cost_what_the_price_list_of_the_day_says(
    kind: PlateKind, day: date, fen: int
) -> None:
    given = msgspec.structs.replace(facts(), plate_kind=kind, need_temp_plate=False)
    assert PLATES.fee(given, day) == fen
    assert PLATES.fee(msgspec.structs.replace(given, need_temp_plate=True), day) == fen + 5_00


def test_every_permanent_kind_of_plate_has_a_price() -> None:
    for kind in set(PlateKind) - {PlateKind.TEMPORARY}:
        assert PLATES.fee(msgspec.structs.replace(facts(), plate_kind=kind), TODAY) > 0


def test_records_and_deferrals_are_free() -> None:
    for code in ("vehicle_contact_change", "renewal_deferral"):
        assert CATALOGUE[code].fee(facts(code), TODAY) == 0


def test_postage_is_twenty_yuan_where_nothing_else_is_set() -> None:
    assert postage_fen("410105", TODAY) == postage_fen("419001", TODAY) == 20_00


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"code": "plates"}, "form is of another service"),
        ({"number": "D01"}, "another group"),
        ({"archetype": Archetype.DEFERRAL}, "another kind"),
        ({"facts": RenewalDeferralFacts}, "facts are of another service"),
        ({"document": None}, "made and named"),
        ({"checks": ()}, "nothing is checked"),
        ({"checks": PLATES.checks * 2}, "twice"),
        ({"user_kinds": frozenset()}, "nobody"),
        ({"automatic": True}, "by itself"),
    ],
)
def test_a_wrong_declaration_cannot_be_made(change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        replace(PLATES, **change)


def test_a_service_that_takes_nothing_in_is_declared_and_not_open() -> None:
    declared = replace(PLATES, taken_in=False)
    assert PLATES.open
    assert not declared.open
    assert instead_of(PLATES) is None
    assert instead_of(declared) is not None


def test_what_nobody_reviews_first_may_be_done_at_once() -> None:
    at_once = Dated("decide_at_once", Rule(0, date(2008, 10, 1), "practice"))
    booked = replace(PLATES, archetype=Archetype.APPOINTMENT, document=None, decide_within=at_once)
    assert term_of(booked, TODAY).zh == "即时办结"
    with pytest.raises(ValueError, match="term is empty"):
        replace(PLATES, decide_within=at_once)


def test_a_catalogue_with_a_service_twice_cannot_be_made() -> None:
    services = tuple(CATALOGUE.values())
    with pytest.raises(ValueError, match="twice"):
        catalogue((*services, services[0]))


def test_two_services_say_the_same_of_one_ground() -> None:
    services = tuple(CATALOGUE.values())
    checks = tuple(
        replace(check, reason=Title("另有规定。", "Otherwise.")) for check in PLATES.checks
    )
    with pytest.raises(ValueError, match="other words"):
        catalogue((replace(PLATES, checks=checks), *services[1:]))


def test_every_failed_check_can_be_told_in_both_languages() -> None:
    for service in CATALOGUE.values():
        for check in service.checks:
            assert check.reason.zh.endswith("。")
            assert check.reason.en.endswith(".")


def test_what_is_made_and_handed_out_is_named_where_it_is_told() -> None:
    assert OF_DOCUMENT.keys() < EVENTS.keys()
    document = PLATES.document
    assert document
    told = {name: text.filled(document=document) for name, text in OF_DOCUMENT.items()}
    assert told["DocumentProduced"] == Title("机动车号牌制作完成", "Made: plates")
    assert not any("{" in text.zh + text.en for text in told.values())


def test_a_code_says_the_same_whoever_checks_it() -> None:
    said: dict[str, set[Title]] = defaultdict(set)
    for service in CATALOGUE.values():
        for check in (*COMMON, *service.checks):
            said[check.code].add(check.title)
            for code, text in check.reasons.items():
                said[code].add(text)
    assert {code for code, texts in said.items() if len(texts) > 1} == set()
