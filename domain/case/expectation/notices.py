"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.expectation import events
from domain.case.state import Case
from domain.telling import Telling, day
from domain.titles import Title


def _slipped(current: Case, event: events.ExpectedDateSlipped) -> Title:
    """The day that was told, why it was not kept, and the next one, if one is known."""
    told_by, reason = day(event.told_by), event.reason.words
    told = Title(
        f"原预计{told_by.zh}前办结，现未办结，原因：{reason.zh}。",
        f"It was expected by {told_by.en} and takes longer, because {reason.en}.",
    )
    if event.likely_by is None:
        return Title(
            f"{told.zh}新的日期暂时无法预计。", f"{told.en} No new day can be told at present."
        )
    by = day(event.likely_by)
    return Title(f"{told.zh}现预计{by.zh}前办结。", f"{told.en} It is now likely by {by.en}.")


TELLS: Final[tuple[Telling[Case, Any], ...]] = (Telling(events.ExpectedDateSlipped, _slipped),)
