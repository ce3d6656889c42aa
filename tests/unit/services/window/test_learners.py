"""Who may be examined for which class, and who may drive a school bus."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from domain.calendar import Calendar
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_ages import LEARNER_AGES
from domain.register.licence import Cycle, LicenceState
from domain.services.catalogue import WINDOW_SERVICES
from domain.services.given import Given
from tests.kit.register_records import normal_licence, normal_permit
from tests.unit.services.window.given import TODAY, defects, example, facts

THIRTY = date(1990, 2, 24)


def judged(
    code: str, check: str, *, form: dict[str, Any] | None = None, **about: Any
) -> bool | None:
    given = Given(
        facts=facts(code, **(form or {})),
        today=TODAY,
        calendar=Calendar(),
        office="410100",
        applicant=b"learner",
        name=b"learner",
        proven=False,
        born_on=THIRTY,
    )
    (found,) = (each for each in WINDOW_SERVICES[code].checks if each.code == check)
    return found.judge(replace(given, **about))


@pytest.mark.parametrize(
    ("wanted", "born_on", "verdict"),
    [
        ("C1", date(2002, 2, 24), True),
        ("C1", date(2002, 2, 25), False),
        ("C1", date(1949, 2, 25), True),
        ("C1", date(1949, 2, 24), False),
        ("B2", date(2000, 2, 24), True),
        ("B2", date(2000, 2, 25), False),
        ("C1", None, None),
    ],
)
def test_a_class_is_learnt_at_its_age(
    wanted: str, born_on: date | None, verdict: bool | None
) -> None:
    form = {"wanted_class": wanted}
    assert judged("licence_initial", "C-LEARNER-AGE", form=form, born_on=born_on) is verdict


def test_every_class_has_its_ages_on_every_day() -> None:
    for day in (TODAY, date(2022, 4, 1)):
        assert LEARNER_AGES.on(day).keys() == set(LicenceClass)


def test_an_exchange_asks_for_the_age_of_each_class() -> None:
    young = {"born_on": date(2001, 2, 24)}
    assert judged("licence_convert", "C-LEARNER-AGE", form={"target_classes": "C1"}, **young)
    assert not judged("licence_convert", "C-LEARNER-AGE", form={"target_classes": "B2"}, **young)


@pytest.mark.parametrize(("wanted", "verdict"), [("A1", False), ("B1", False), ("B2", True)])
def test_nobody_begins_with_a_class_that_is_only_added(wanted: str, verdict: bool) -> None:
    assert judged("licence_initial", "C-WANTED", form={"wanted_class": wanted}) is verdict


@pytest.mark.parametrize(("wanted", "verdict"), [("C2", False), ("C1", False), ("B1", True)])
def test_nobody_adds_what_his_licence_permits(wanted: str, verdict: bool) -> None:
    known = normal_licence(TODAY)
    assert judged("add_class", "C-WANTED", form={"wanted_class": wanted}, licence=known) is verdict
    assert judged("add_class", "C-WANTED", form={"wanted_class": wanted}) is None


def test_whoever_has_a_licence_is_no_beginner() -> None:
    known = normal_licence(TODAY)
    gone = msgspec.structs.replace(known, states=frozenset({LicenceState.REVOKED}))
    for code in ("licence_initial", "licence_convert"):
        assert judged(code, "C-NO-LICENCE", licence=known) is False
        assert judged(code, "C-NO-LICENCE", licence=gone) is True
        assert judged(code, "C-NO-LICENCE") is True


def test_nobody_is_a_learner_twice() -> None:
    valid = normal_permit(TODAY)
    ended = msgspec.structs.replace(valid, valid_until=date(2020, 2, 23))
    nobody_s = msgspec.structs.replace(valid, holder=b"")
    assert judged("licence_initial", "C-LEARNER", permit=valid) is False
    for permit in (None, ended, nobody_s):
        assert judged("licence_initial", "C-LEARNER", permit=permit) is True


@pytest.mark.parametrize(
    ("born_on", "first_issued_on", "points", "verdict"),
    [
        (THIRTY, date(2017, 2, 24), 11, None),
        (THIRTY, date(2017, 2, 25), 0, False),
        (THIRTY, date(2017, 2, 24), 12, False),
        (date(1995, 2, 25), date(2016, 1, 1), 0, False),
        (date(1959, 2, 24), date(2016, 1, 1), 0, False),
    ],
)
def test_what_bars_a_driver_of_school_buses_the_register_has(
    born_on: date, first_issued_on: date, points: int, verdict: bool | None
) -> None:
    known = msgspec.structs.replace(
        normal_licence(TODAY),
        first_issued_on=first_issued_on,
        cycles=(Cycle(date(2019, 3, 1), points),),
    )
    found = judged("school_bus_driver", "C-BUS-DRIVER", licence=known, born_on=born_on)
    assert found is verdict


def test_a_licence_moves_in_from_another_prefecture_only() -> None:
    known = normal_licence(TODAY)
    elsewhere = msgspec.structs.replace(known, office="410300")
    assert judged("licence_move_in", "C-MOVE", licence=known) is False
    assert judged("licence_move_in", "C-MOVE", licence=elsewhere) is True


def test_the_class_is_named_and_nobody_acts_for_a_learner() -> None:
    assert defects(example("licence_initial", wanted_class=None)) == [("/wanted_class", "missing")]
    agent = example("licence_initial")
    agent["applicant"] = {**agent["applicant"], "capacity": "agent"}
    assert ("/applicant", "capacity_of_service") in defects(agent)
