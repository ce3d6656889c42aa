"""Which figures are yellow and which are red."""

import pytest

from api.views.thresholds import THRESHOLDS, Alarm
from projections.throughput.definitions.all_definitions import OF_A_PERIOD, OF_THE_PRESENT


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
    ],
)
def test_a_figure_turns_yellow_and_red_at_its_values(
    figure: str, value: float | None, tone: Alarm
) -> None:
    assert THRESHOLDS[figure].tone(value) is tone


def test_every_threshold_is_of_a_figure_that_is_defined() -> None:
    assert THRESHOLDS.keys() - OF_A_PERIOD.keys() - OF_THE_PRESENT.keys() == {"near_due"}
