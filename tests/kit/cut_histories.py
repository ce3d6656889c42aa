"""Histories told up to an instant, so that cases stand in the midst of their way."""

from copy import copy
from datetime import datetime

from domain.case.case import CASE
from tests.kit.life import Life


def until(life: Life, instant: datetime) -> Life | None:
    """The life as it was then. None if it had not begun."""
    known = [each for each in life.envelopes if each.at <= instant]
    if not known:
        return None
    then = copy(life)
    then.envelopes, then.state = known, CASE.fold(each.event for each in known)
    return then
