"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.production import events
from domain.case.state import Case
from domain.offices.tree import OFFICES
from domain.telling import Telling, day
from domain.titles import Title


def _produced(current: Case, event: events.DocumentProduced) -> Title | None:
    """What is to be posted is told when the post has it."""
    if event.keep_until is None:
        return None
    return Title(
        "牌证已制作完成，请于{by}前（含当日）携带身份证到{office}领取，去前请先查询窗口开放情况。",
        "It is made. Collect it at {office} by {by}, with your ID card; see first whether it is "
        "open.",
    ).filled(by=day(event.keep_until), office=OFFICES[current.counter].title)


TELLS: Final[tuple[Telling[Case, Any], ...]] = (Telling(events.DocumentProduced, _produced),)
