"""What is counted of halls, by name and of a history. ``test_row.py`` has all of it."""

from collections.abc import Sequence
from typing import Final

from domain.halls.choices import TurnedAwayFor
from domain.halls.state import hall_of
from domain.message import Event
from domain.recorded_event import RecordedEvent
from projections.halls.row import HallRow, contribution, fold
from projections.throughput.definitions import halls
from tests.kit.envelopes import enveloped
from tests.kit.halls import CLERK, DAY, NOW, OFFICE

OF_HALLS_COUNTED: Final = {
    *(halls.CLEANED, halls.CLEANING_REQUIRED),
    *(halls.DISINFECTED, halls.DISINFECTION_REQUIRED, halls.ADMITTED),
    *(f"{halls.TURNED_AWAY}:{reason}" for reason in TurnedAwayFor),
}


def row(history: Sequence[Event]) -> HallRow:
    """The row of a history, which two runs of it make too, wherever it is cut."""
    stream = hall_of(OFFICE, DAY)
    told = [
        RecordedEvent(stream, version, version, enveloped(event, NOW, CLERK))
        for version, event in enumerate(history, start=1)
    ]
    whole = fold(None, told)
    assert whole is not None
    for cut in range(1, len(told)):
        assert fold(fold(None, told[:cut]), told[cut:]) == whole
    return whole


def counted(history: Sequence[Event]) -> dict[tuple[str, int], int]:
    """What it counts, by name and hour."""
    found = contribution(row(history))
    assert {(day, office) for day, office, _, _ in found} <= {(DAY, OFFICE)}
    return {(name, hour): value for (_, _, name, hour), value in found.items()}
