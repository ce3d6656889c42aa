"""The names that figures have been given by whole lives of cases."""

from domain.case.intake.commands import RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.overlays.commands import WithdrawCase
from domain.services.choices import ONLINE
from projections.throughput.contribution import contribution
from projections.throughput.fold import fold
from projections.throughput.plain import plain
from tests.kit.histories import PLOTS, lives
from tests.kit.life import CLERK, MORNING, Life, recorded
from tests.unit.projections.appointments import kept, missed
from tests.unit.projections.examinations import ended_examinations
from tests.unit.projections.reservations import CONFIRMED, EXPIRED, told


def _corrected_once() -> Life:
    """One notice, then the end: no plot has this."""
    life = Life("vehicle_contact_change", len(PLOTS) + 1, MORNING)
    defect = Defect("id_back", DefectCode.EXPIRED)
    life.after(hours=1).does(CLERK, RequestCorrection(defects=(defect,)))
    return life.after(hours=1).does(life.citizen, WithdrawCase())


def of_cases() -> set[str]:
    """The names that the histories of every plot come to, whole and up to the colon.

    Each history is also cut off after each of its events, so that what is pending is seen, and
    may have come by any channel that is online.
    """
    found: set[str] = set()
    histories = [recorded([life]) for life in (*lives(len(PLOTS)), _corrected_once())]
    for history in (
        *histories,
        told(CONFIRMED),
        told(EXPIRED),
        recorded([kept()]),
        recorded([missed()]),
        *ended_examinations(),
    ):
        row = None
        for event in history:
            row = fold(row, [event])
            for key in contribution(row) if row else ():
                for channel in ONLINE:
                    for name, _ in plain(key[-1], channel):
                        found |= {name, name.partition(":")[0]}
    return found
