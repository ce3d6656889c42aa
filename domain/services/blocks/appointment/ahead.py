"""How long ahead an appointment is made."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule

DAYS_AHEAD: Final = Dated("appointment_days_ahead", Rule(30, date(2016, 1, 1), "office practice"))
"""So many days ahead an appointment is made at most."""
