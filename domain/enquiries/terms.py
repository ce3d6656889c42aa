"""How long an answer may take, and how often a question may be passed on. No law says so."""

from datetime import date
from typing import Final

from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule

_SINCE: Final = date(2016, 1, 1)
ANSWER: Final = Dated("enquiry_answer", Rule(1, _SINCE, PRACTICE))
"""In working days, after the day of the question."""
FOLLOW_UP: Final = Dated("enquiry_follow_up", Rule(5, _SINCE, PRACTICE))
"""In working days, after the day on which the office said that it would see to it."""
CALL_BACK: Final = Dated("enquiry_call_back", Rule(1, _SINCE, PRACTICE))
"""In working days, after the day of a bad rating, or of a call that reached nobody."""
SHIRKING: Final = Dated("enquiry_shirking", Rule(2, _SINCE, PRACTICE))
"""So many times passed on raise the alarm (announcement of 23 February 2020: 不推诿、不扯皮)."""
