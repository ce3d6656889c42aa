"""Every figure is defined once, and one that is called available is really fed."""

from typing import Final

import pytest

from domain.case.intake.commands import RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.overlays.commands import WithdrawCase
from projections.throughput.contribution import contribution
from projections.throughput.definitions.all_definitions import DEFINITIONS
from projections.throughput.definitions.definition import Definition, Unit
from projections.throughput.fold import fold
from projections.throughput.lines import DURATIONS, PENDING, RATES
from projections.throughput.plain import plain
from projections.throughput.queries import DIMENSIONS
from tests.kit.histories import PLOTS, lives
from tests.kit.life import CLERK, MORNING, Life, recorded

CODES: Final = """
    n_submitted n_accepted n_completed n_refused n_not_accepted n_withdrawn n_lapsed
    online_total_since channel_share online_rate agency_share
    accept_on_time on_time_rate avg_handle p50_handle p90_handle
    backlog backlog_overdue backlog_age
    correction_rate one_notice_rate refusal_rate
    prod_time handover_time transit_time turnaround
    delivery_rate return_rate repost_rate pickup_rate
    presel_confirm_rate presel_lapse_rate
    noshow_rate exam_absence_rate exam_pass_rate exam_cancel_epidemic
    relief_count green_count green_time
    call_answer_rate avg_wait first_answer_rate transfer_rate hard_problem_closed
    satisfaction rating_rate bad_review_callback
    violations_online_rate fines_paid_online fine_overdue_amount
    centre_capacity_use open_offices regions_by_step hygiene_compliance entry_refused supervision
""".split()
"""Those that the province publishes, or will."""

COHORT: Final = {
    "delivery_rate",
    "return_rate",
    "repost_rate",
    "correction_rate",
    "one_notice_rate",
}
BY_CODE: Final = {each.code: each for each in DEFINITIONS}
AVAILABLE: Final = [each for each in DEFINITIONS if each.is_available]


def _corrected_once() -> Life:
    """One notice, then the end: no plot has this."""
    life = Life("vehicle_contact_change", len(PLOTS) + 1, MORNING)
    defect = Defect("id_back", DefectCode.EXPIRED)
    life.after(hours=1).does(CLERK, RequestCorrection(defects=(defect,)))
    return life.after(hours=1).does(life.citizen, WithdrawCase())


def _produced() -> set[str]:
    """The names that the histories of every plot come to, whole and up to the colon.

    Each history is also cut off after each of its events, so that what is pending is seen.
    """
    found: set[str] = set()
    for life in (*lives(len(PLOTS)), _corrected_once()):
        row = None
        for event in recorded([life]):
            row = fold(row, [event])
            for key in contribution(row) if row else ():
                for name, _ in plain(key[-1]):
                    found |= {name, name.partition(":")[0]}
    return found


PRODUCED: Final = _produced()


def test_every_figure_is_defined_and_no_other() -> None:
    assert sorted(BY_CODE) == sorted(CODES)


def test_no_two_figures_have_one_code() -> None:
    assert len(BY_CODE) == len(DEFINITIONS)


@pytest.mark.parametrize("definition", AVAILABLE, ids=lambda each: each.code)
def test_an_available_figure_is_fed(definition: Definition) -> None:
    assert set(definition.measures) <= PRODUCED


def test_a_figure_that_nothing_feeds_is_not_available() -> None:
    for code in ("presel_lapse_rate", "noshow_rate", "call_answer_rate", "satisfaction"):
        assert not BY_CODE[code].is_available


def test_exactly_the_rates_of_those_who_began_on_a_day_may_be_open() -> None:
    assert {each.code for each in DEFINITIONS if each.is_cohort} == COHORT == set(PENDING)
    for code, pending in PENDING.items():
        assert {*RATES[code], pending} == set(BY_CODE[code].measures)


@pytest.mark.parametrize("code", sorted(RATES))
def test_a_rate_that_is_told_is_available_and_made_of_its_part_and_its_whole(code: str) -> None:
    assert BY_CODE[code].unit is Unit.SHARE
    assert set(RATES[code]) <= set(BY_CODE[code].measures)


def test_durations_are_told_in_the_hours_that_they_are_measured_in() -> None:
    for definition in AVAILABLE:
        for name in set(definition.measures) & set(DURATIONS):
            assert definition.unit.value == DURATIONS[name].hours.value


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda each: each.code)
def test_a_figure_is_told_in_both_languages(definition: Definition) -> None:
    assert definition.counts.zh.endswith("。")
    assert definition.counts.en.endswith(".")
    assert definition.title.zh != definition.title.en
    assert set(definition.dimensions) <= set(DIMENSIONS)
