"""When the statutory clock of a case runs, stands still, or is not there."""

from domain.case.by_rank import slot_of
from domain.case.stage import UNDECIDED, Stage
from domain.case.state import STOPPING_HOLDS, Case, Running, Stopped

RESTING = {Stage.CORRECTION_REQUESTED, Stage.ON_SITE_REQUIRED}


def the_clock_runs_while_the_office_must_act(case: Case) -> None:
    """It runs exactly then. It stands still while the office waits for others."""
    held = bool(case.holds & STOPPING_HOLDS.keys())
    undecided = case.stage in UNDECIDED and not _has_his_day(case)
    assert isinstance(case.clock, Running) == (undecided and not held)
    at_rest = (undecided and held) or (case.stage in RESTING and case.accepted_on is not None)
    assert isinstance(case.clock, Stopped) == at_rest


def _has_his_day(case: Case) -> bool:
    """Of a booking nothing is left to decide: it waits for the day, or for the ranking."""
    return bool(case.appointment or slot_of(case)) and case.stage is Stage.ACCEPTED
