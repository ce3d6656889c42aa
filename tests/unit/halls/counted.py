"""What is counted of halls, by name. ``test_row.py`` has all of it."""

from typing import Final

from domain.halls.choices import TurnedAwayFor
from projections.throughput.definitions import halls

OF_HALLS_COUNTED: Final = {
    *(halls.CLEANED, halls.CLEANING_REQUIRED),
    *(halls.DISINFECTED, halls.DISINFECTION_REQUIRED, halls.ADMITTED),
    *(f"{halls.TURNED_AWAY}:{reason}" for reason in TurnedAwayFor),
}
