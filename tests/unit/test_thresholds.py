"""Which figures are yellow and which are red."""

import pytest

from api.views.thresholds import THRESHOLDS, Alarm
from projections.throughput.definitions.all_definitions import (
    OF_A_PERIOD,
    OF_CENTRES,
    OF_ENQUIRIES,
    OF_HALLS,
    OF_THE_PRESENT,
)


@pytest.mark.parametrize(
    ("figure", "value", "tone"),
    [
        ("backlog_overdue", 0, Alarm.PLAIN),
        ("backlog_overdue", 1, Alarm.BAD),
        ("near_due", 0, Alarm.PLAIN),
        ("near_due", 10_000, Alarm.ACT),
        ("on_time_rate", 1.0, Alarm.PLAIN),
        ("on_time_rate", 0.9999, Alarm.ACT),
        ("on_time_rate", 0.95, Alarm.ACT),
        ("on_time_rate", 0.9499, Alarm.BAD),
        ("on_time_rate", None, Alarm.PLAIN),
        ("return_rate", 0.0199, Alarm.PLAIN),
        ("return_rate", 0.02, Alarm.ACT),
        ("return_rate", 0.05, Alarm.BAD),
        ("call_answer_rate", 0.9, Alarm.PLAIN),
        ("call_answer_rate", 0.89, Alarm.ACT),
        ("call_answer_rate", 0.79, Alarm.BAD),
        ("transfer_rate", 0.1, Alarm.ACT),
        ("hygiene_compliance", 0.99, Alarm.ACT),
        ("hygiene_compliance", 0.89, Alarm.BAD),
        ("centre_capacity_use", 0.89, Alarm.PLAIN),
        ("centre_capacity_use", 1.0, Alarm.BAD),
    ],
)
def test_a_figure_turns_yellow_and_red_at_its_values(
    figure: str, value: float | None, tone: Alarm
) -> None:
    assert THRESHOLDS[figure].tone(value) is tone


def test_every_threshold_is_of_a_figure_that_is_defined() -> None:
    apart = OF_CENTRES.keys() | OF_ENQUIRIES.keys() | OF_HALLS.keys()
    defined = OF_A_PERIOD.keys() | OF_THE_PRESENT.keys() | apart
    assert THRESHOLDS.keys() - defined == {"near_due"}
