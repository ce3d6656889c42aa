"""What may be done in many cases at once, and why nothing else may (ADR 75).

Acceptance says only that nothing is missing, which the decision asks of every case. Who has a case
in hand, and which office, says nothing of the matter at all. A refusal, a correction or an approval
is the answer to one person's application: whoever gives it has looked at that one.
"""

from collections.abc import Collection
from typing import Final

from api.actions import slug
from api.identity import Identity
from api.language import Language
from api.pages.desk.case_sheet import Task
from api.pages.desk.task_fields import task_fields
from api.problems import Problem
from api.resources import CASES
from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.overlays.commands import TransferCase
from domain.case.review.commands import HandBackCase, LendCase, ReassignCase
from domain.case.state import Case
from domain.case.vocabulary import CaseCommand
from domain.circumstances import Circumstances
from domain.titles import Title

BULK: Final[tuple[type[CaseCommand], ...]] = (
    AcceptCase,
    HandBackCase,
    ReassignCase,
    LendCase,
    TransferCase,
)


def offered(identity: Identity, stages: Collection[str] | None = None) -> list[tuple[str, Title]]:
    """The acts that this officer's role may give, by the last steps of their addresses.

    With ``stages`` only those that are possible at one of them.
    """
    return [
        (slug(command), CASE.words.commands[command.__name__])
        for command in BULK
        if identity.actor.role in CASES.givers(row := CASE.row(command))
        and (stages is None or any(stage in row.at for stage in stages))
    ]


def task_of(
    name: str, identity: Identity, current: Case, at: Circumstances, language: Language
) -> Task | None:
    """The act with its fields, whose choices are those of one of the cases.

    None if it is none of these. Raises 403 for one that his role may not give.
    """
    command = next((each for each in BULK if slug(each) == name), None)
    if command is None:
        return None
    title = dict(offered(identity)).get(name)
    if title is None:
        raise Problem("forbidden", 403)
    return Task(name, title.text(language), command, task_fields(command, current, at) or [])
