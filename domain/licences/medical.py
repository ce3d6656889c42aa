"""When the next medical certificate of a licence is due (139 art. 72)."""

from datetime import date
from itertools import islice
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.cycles import C5_CYCLES, window_after
from domain.clocks.duties import cycle_ends
from domain.identifiers.licence_classes import LicenceClass
from domain.register.licence import LicenceRecord

_CALENDAR: Final = Calendar()
"""The window counts calendar days, so every calendar gives the same."""


def next_medical(record: LicenceRecord, today: date) -> date | None:
    """The last day for the certificate after the one that comes in today.

    It is that of the next cycle, or of the third one for class C5. A certificate that comes late
    also serves for the cycles that are over meanwhile. None means that the holder owes none.
    """
    if record.medical_due_on is None:
        return None
    c5 = LicenceClass.C5 in record.classes
    clock = Clock.LIC_MEDICAL_C5 if c5 else Clock.LIC_MEDICAL
    every = C5_CYCLES.on(today) if c5 else 1
    after = max(record.medical_due_on, today)
    ends = islice(cycle_ends(record.first_issued_on, judged_on=today), every - 1, None, every)
    end = next(end for end in ends if end >= after)
    return window_after(clock, end, judged_on=today, calendar=_CALENDAR).last
