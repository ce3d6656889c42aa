"""What an act would come to in each of many cases, and what it came to."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from api.command_outcome import carried_out
from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.desk.case_sheet import Task
from api.pages.desk.done import Sent, asked_of, give
from api.pages.desk.queue_rows import CaseRow, queue_rows
from api.problems import Problem
from domain.access import offices_of
from domain.case.case import CASE
from domain.door.door import Begun
from domain.message import Command
from domain.refusal import Refusal
from projections.caseload.queries import these

ToProblem = Callable[[Refusal], Problem]


class BulkLine(NamedTuple):
    """``why`` says why it cannot be done, or was not. ``version`` is the one that was weighed."""

    row: CaseRow
    version: int
    why: str | None


class Many(NamedTuple):
    """An officer, what he wants to do, and in which cases at which versions."""

    desk: Desk
    identity: Identity
    task: Task
    sent: Sent
    chosen: Mapping[UUID, int]
    language: Language
    problem_of: ToProblem

    def sent_at(self, version: int) -> dict[str, str]:
        """The form as it would be sent for one case alone."""
        return {**self.sent, "version": str(version)}


async def foreseen(many: Many) -> list[BulkLine]:
    """Weighs the act on each case as it stands. Nothing is stored."""
    return await _lines(many, _weighed)


async def carried(many: Many) -> list[BulkLine]:
    """Does it in each case, as a command of its own. One that is refused stops no other.

    The same form sent twice does nothing twice: each command is known again by its version.
    """
    return await _lines(many, _given)


async def _weighed(many: Many, case: UUID) -> int:
    desk, by = many.desk, many.identity
    opened, _ = await desk.door.open(CASE, case, by.actor)
    sent = many.sent_at(opened.version)
    told, request = asked_of(desk, by, case, many.task, sent, many.language)
    command = told if isinstance(told, Command) else await told(opened)
    weighing = desk.door.weigh(CASE, Begun(case, command, request), opened)
    await carried_out(desk, request.command_id, weighing)
    return opened.version


async def _given(many: Many, case: UUID) -> int:
    version = many.chosen[case]
    sent = many.sent_at(version)
    await give(many.desk, many.identity, case, many.task, sent, many.language)
    return version


async def _lines(many: Many, each: Callable[[Many, UUID], Awaitable[int]]) -> list[BulkLine]:
    rows = await _rows(many)

    async def line(row: CaseRow) -> BulkLine:
        try:
            return BulkLine(row, await each(many, row.case), None)
        except Refusal as refusal:
            return BulkLine(row, row.version, _text(many.problem_of(refusal), many.language))
        except Problem as problem:
            return BulkLine(row, row.version, _text(problem, many.language))

    return await asyncio.gather(*map(line, rows))


async def _rows(many: Many) -> Sequence[CaseRow]:
    """The rows of the cases that are his to see. Any other does not exist for him."""
    async with read_connection(many.desk) as reading:
        entries = await these(reading, offices_of(many.identity.actor), list(many.chosen))
    return await queue_rows(many.desk, many.identity, entries, many.language)


def _text(problem: Problem, language: Language) -> str:
    _, title, detail = problem.described(language)
    return f"{title}。{detail}" if language == "zh" else f"{title}. {detail}"
