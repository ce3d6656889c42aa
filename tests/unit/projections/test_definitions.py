"""Every figure is defined once, and one that is called available is really fed."""

from datetime import date
from typing import Final

import msgspec
import pytest

from api.routers.centre_statistics import CentreFigures
from api.routers.enquiry_statistics import EnquiryFigures
from api.routers.fine_statistics import FineFigures
from api.routers.hall_statistics import HallFigures
from api.routers.improvement_statistics import ImprovementFigures
from api.routers.supervision_statistics import SupervisionFigures
from api.routers.window_statistics import WindowFigures
from api.views.statistics import StatisticsNow, StockHere
from api.views.throughput import UNITS, group
from domain.case.stage import Stage
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.summary import summary
from domain.services.choices import Channel
from domain.titles import Title
from projections.caseload.window_holds import DecisionHolds
from projections.fines.queries import Unpaid, standing
from projections.throughput.definitions import fines, improvements, operation
from projections.throughput.definitions.all_definitions import (
    DEFINITIONS,
    OF_A_PERIOD,
    OF_CENTRES,
    OF_ENQUIRIES,
    OF_FINES,
    OF_HALLS,
    OF_IMPROVEMENTS,
    OF_SUPERVISION,
    OF_WINDOWS,
)
from projections.throughput.definitions.definition import Definition, Unit, When
from projections.throughput.definitions.making import (
    Amount,
    Average,
    Count,
    CountByKind,
    Making,
    Mean,
    PartByKind,
    Quantile,
    Share,
    ShareByKind,
    Spread,
)
from projections.throughput.lines import BEFORE, Line
from projections.throughput.plain import plain
from projections.throughput.queries import DIMENSIONS
from projections.timers.reliefs import MovedByClock
from projections.windows.figures import counts
from tests.kit.centres import COUNTED_OF_CENTRES
from tests.kit.questions import COUNTED_OF_QUESTIONS
from tests.unit.halls.counted import OF_HALLS_COUNTED
from tests.unit.projections.figures_produced import of_cases

CODES: Final = """
    n_submitted n_accepted n_completed n_refused n_not_accepted n_withdrawn n_lapsed
    n_reopened n_moved_in n_moved_out n_decided n_corrected
    n_handed_over n_delivered n_returned n_posted_again n_picked_up
    online_total_since channel_share online_rate agency_share
    accept_on_time on_time_rate avg_handle p50_handle p90_handle
    backlog_before backlog backlog_overdue backlog_age improvements_open improvements_overdue
    correction_rate one_notice_rate refusal_rate refusal_grounds correction_reasons return_reasons
    prod_time handover_time transit_time turnaround
    delivery_rate return_rate repost_rate pickup_rate
    presel_confirm_rate presel_lapse_rate
    noshow_rate exam_absence_rate exam_pass_rate exam_cancel_epidemic
    relief_count green_count green_time call_answer_rate avg_wait
    first_answer_rate transfer_rate hard_problem_closed satisfaction rating_rate bad_review_callback
    enquiries_received enquiries_answered answered_in_time_rate assigned_handler_rate
    case_handler_rate
    fines_decided violations_online_rate fines_paid fines_paid_online fines_paid_amount
    fines_added_amount fines_due fines_due_amount fines_overdue fine_overdue_amount
    hygiene_compliance cleaning_compliance entry_admitted entry_refused centre_capacity_use
    centre_officers_rostered equipment_down_hours
    open_offices regions_by_step window_held window_released relief_moved licences_kept
    shirking_alarms supervision
""".split()
"""Those that the province publishes, or will."""

COHORT: Final = set(
    "delivery_rate return_rate repost_rate correction_rate one_notice_rate presel_confirm_rate "
    "presel_lapse_rate assigned_handler_rate case_handler_rate hard_problem_closed rating_rate "
    "bad_review_callback".split()
)
BY_CODE: Final = {each.code: each for each in DEFINITIONS}
AVAILABLE: Final = [(each, each.made) for each in DEFINITIONS if each.made]


OF_FINES_COUNTED: Final = {
    *(fines.DECIDED, fines.DECIDED_ONLINE, fines.PAID, fines.PAID_ONLINE),
    *(fines.PAID_FEN, fines.ADDED_FEN),
    *standing(Unpaid("410100", date(2020, 2, 24), 200_00, 1), date(2020, 2, 24)),
    *standing(Unpaid("410100", date(2020, 2, 24), 200_00, 1), date(2020, 2, 25)),
}
"""What is counted of penalty decisions. ``tests/integration/test_fines.py`` has all of them."""
COUNTED: Final = counts(
    [summary(PREFECTURE.initial, "410100", date(2020, 2, 24))],
    [DecisionHolds("410100-2", 3, 1)],
    [MovedByClock("LIC_RENEW", 2, 1)],
    kept=1,
)
"""What is counted of windows and deadlines as things stand."""
_OF_WINDOWS_COUNTED: Final = {
    name for key in COUNTED.counts for name in (key, key.partition(":")[0])
}
PRODUCED: Final = (
    of_cases()
    | _OF_WINDOWS_COUNTED
    | OF_FINES_COUNTED
    | OF_HALLS_COUNTED
    | COUNTED_OF_QUESTIONS
    | COUNTED_OF_CENTRES
) | {
    *(BEFORE, improvements.OPEN, improvements.OVERDUE),
    *(operation.BY_AGENCIES, operation.COMPLETED, operation.WARNED),
}
"""``tests/integration/test_supervision.py`` has what the last three count."""


def test_every_figure_that_is_published_is_fed() -> None:
    assert [each.code for each in DEFINITIONS if not each.is_available] == []


def test_the_figures_of_windows_are_made_of_what_stands() -> None:
    told = {code: each.of(COUNTED) for code, each in OF_WINDOWS.items()}
    offices = told.pop("open_offices")
    assert isinstance(offices, dict)
    assert offices["MVO"] == 1.0
    assert told == {
        "regions_by_step": {"none": 1},
        "window_held": 3,
        "window_released": 1,
        "relief_moved": {"LIC_RENEW": 2},
        "licences_kept": 1,
    }


def test_every_figure_is_defined_and_no_other() -> None:
    assert sorted(BY_CODE) == sorted(CODES)


def test_no_two_figures_have_one_code() -> None:
    assert len(BY_CODE) == len(DEFINITIONS)


@pytest.mark.parametrize("made", [made for _, made in AVAILABLE], ids=str)
def test_an_available_figure_is_fed(made: Making) -> None:
    assert set(made.measures) <= PRODUCED


def test_a_figure_that_nothing_feeds_is_not_available() -> None:
    nothing = Title("无", "nothing")
    assert not Definition("nothing", nothing, nothing).is_available


def test_exactly_the_rates_of_those_who_began_on_a_day_may_be_open() -> None:
    """And their texts say of which day."""
    assert {each.code for each in DEFINITIONS if each.is_cohort} == COHORT
    for each in DEFINITIONS:
        assert each.is_cohort == (each.when is When.COHORT)
        assert not each.is_cohort or "当日" in each.counts.zh


@pytest.mark.parametrize(("definition", "made"), AVAILABLE, ids=str)
def test_a_figure_has_the_unit_of_what_it_is_made_of(definition: Definition, made: Making) -> None:
    match made:
        case Count() | CountByKind():
            assert definition.unit is Unit.COUNT
        case Amount():
            assert definition.unit is Unit.FEN
        case Share() | ShareByKind() | PartByKind():
            assert definition.unit is Unit.SHARE
        case Quantile() | Spread():
            assert definition.unit.value == made.duration.hours.value
        case Mean():
            assert definition.unit is Unit.SECONDS
        case Average():
            assert definition.unit.value == made.timed.hours.value
        case _:
            raise AssertionError(made)


@pytest.mark.parametrize(("definition", "made"), AVAILABLE, ids=str)
def test_every_available_figure_stands_in_an_answer(definition: Definition, made: Making) -> None:
    assert made
    if definition.code in OF_A_PERIOD:
        line = {**group(Line({}), None), **group(Line({"service": "plate_reissue"}), None)}
        assert definition.code in line
        assert definition.code in UNITS
    elif definition.code in OF_WINDOWS:
        assert definition.code in WindowFigures.__annotations__
    elif definition.code in OF_ENQUIRIES:
        assert definition.code in EnquiryFigures.__annotations__
    elif definition.code in OF_FINES:
        assert definition.code in FineFigures.__annotations__
    elif definition.code in OF_IMPROVEMENTS:
        assert definition.code in ImprovementFigures.__annotations__
    elif definition.code in OF_SUPERVISION:
        assert definition.code in SupervisionFigures.__annotations__
    elif definition.code in OF_CENTRES:
        assert definition.code in CentreFigures.__annotations__
    elif definition.code in OF_HALLS:
        assert definition.code in HallFigures.__annotations__
    else:
        assert {definition.code} <= {field.name for field in msgspec.structs.fields(StatisticsNow)}
        assert {definition.code} <= {field.name for field in msgspec.structs.fields(StockHere)}


def test_what_decides_itself_is_in_no_median_with_what_people_decide() -> None:
    """Of several services together there is no handling time and no turnaround."""
    mixing = {"avg_handle", "p50_handle", "p90_handle", "turnaround", "green_time"}
    assert {each.code for each, _ in AVAILABLE if each.of_one_service} == mixing
    of_several, of_one = group(Line({}), None), group(Line({}), ["plate_reissue"])
    by_service = group(Line({"service": "plate_reissue"}), None)
    for code in ("turnaround", "green_time"):
        assert of_several[code] is None
        assert of_one[code] == by_service[code]
        assert of_one[code] is not None


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda each: each.code)
def test_a_figure_is_told_in_both_languages(definition: Definition) -> None:
    assert definition.counts.zh.endswith("。")
    assert definition.counts.en.endswith(".")
    assert definition.title.zh != definition.title.en
    assert set(definition.dimensions) <= set(DIMENSIONS)


@pytest.mark.requirement("R14")
def test_the_shares_of_all_channels_make_the_whole() -> None:
    line = Line({})
    for cases, channel in enumerate(Channel, start=1):
        for name, sign in plain(f"{Stage.APPROVED}>{Stage.COMPLETED}", channel):
            line.add(name, sign * cases)
    shares = group(line, None)["channel_share"]
    assert shares.keys() == set(Channel)
    assert sum(shares.values()) == pytest.approx(1)
    assert shares[Channel.EMERGENCY] == pytest.approx(5 / 28)
