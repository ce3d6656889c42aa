"""Citizen and officer are told the same day: one reads the events, the other the case."""

import pytest

from projections.caseload import row as caseload
from projections.tracking import row as tracking
from tests.kit.held_histories import HELD
from tests.kit.histories import PLOTS, Plot
from tests.kit.life import MORNING, recorded


@pytest.mark.parametrize("plot", [*PLOTS, *HELD], ids=lambda plot: plot.__name__)
def test_both_read_models_expect_the_same_after_every_event(plot: Plot) -> None:
    shown: tracking.Tracked | None = None
    in_hand: caseload.InHand | None = None
    for event in recorded([plot(1, MORNING)]):
        shown, in_hand = tracking.fold(shown, [event]), caseload.fold(in_hand, [event])
        assert shown is not None
        assert in_hand is not None
        assert (shown.due_clock, shown.due_on) == (in_hand.due_clock, in_hand.due_on)
        assert shown.stage == in_hand.stage
