"""What an officer does in a case on its page: the command is given at the version that he saw."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from psycopg.errors import ReadOnlySqlTransaction

from api.actions import slug
from api.command_outcome import carried_out
from api.command_request import decoded, request_by
from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.masking import part
from api.pages.desk.case_sheet import CaseSheet, Rows, Task, part_rows
from api.pages.desk.task_fields import body_of, task_fields
from api.pages.kit.forms import version_seen
from api.pages.kit.sealed_parts import SEALED_PARTS
from api.preconditions import exactly
from api.problems import Problem
from api.resources import CASES
from api.reveals import opened_to_reveal, record_reveal
from api.sealed_text import with_sealed_text
from domain.accesses.kind import RevealPurpose
from domain.case.case import CASE
from domain.door.door import Asked
from domain.door.request import Request
from domain.event_store.handed_out import release
from domain.named_person import as_events_name_him

Sent = Mapping[str, str]


def task_named(sheet: CaseSheet, name: str, language: Language) -> Task | None:
    """What he wants to do, also if it cannot be done any more: perhaps he has just done it."""
    for row in CASES.decisions:
        if slug(row.command) == name and sheet.at.by.role in CASES.givers(row):
            asked = task_fields(row.command, sheet.case, sheet.at)
            title = CASE.words.commands[row.command.__name__].text(language)
            return Task(name, title, row.command, asked or [])
    return None


def asked_of(
    desk: Desk, identity: Identity, case: UUID, task: Task, sent: Sent, language: Language
) -> tuple[Asked, Request]:
    """The command that a form gives, and the request for it. Raises the problem of a wrong form.

    What is sent twice on one version is one command.
    """
    body = body_of(task.fields, sent)
    command = decoded(task.command, body, language)
    by = request_by(
        identity,
        stream=case,
        name=task.command.__name__,
        body=body,
        expected=exactly(version_seen(sent)),
    )
    named = as_events_name_him(command, desk.verifier.home)
    return with_sealed_text(desk, CASES.key_of, named), by


async def give(
    desk: Desk, identity: Identity, case: UUID, task: Task, sent: Sent, language: Language
) -> UUID:
    """Carries out what the form asks, and gives the command's id. Raises why it cannot be."""
    told, by = asked_of(desk, identity, case, task, sent, language)
    await carried_out(desk, by.command_id, desk.door.handle(CASE, case, told, by))
    await _let_go(desk, identity, case)
    return by.command_id


async def _let_go(desk: Desk, identity: Identity, case: UUID) -> None:
    """He has acted, so the case no longer rests with him. Otherwise it would do so by the clock."""
    with suppress(Problem, ReadOnlySqlTransaction):
        async with read_connection(desk) as reading:
            await release(reading, case, identity.principal)


async def revealed(
    desk: Desk, identity: Identity, case: UUID, sent: Sent, language: Language
) -> list[tuple[str, Rows]]:
    """One part of the form as it was written, after it is on record that he saw it (PIPL 51)."""
    name, purpose = sent.get("part", ""), sent.get("purpose", "")
    if name not in SEALED_PARTS or purpose not in set(RevealPurpose):
        raise Problem("bad-request", 400)
    opened, _ = await opened_to_reveal(desk, identity, case)
    state = opened.state
    held = sorted(state.sealed)
    await record_reveal(desk, identity, opened, held, (name,), RevealPurpose(purpose))
    content = await part(desk.keyring, case, state.key_id, state.sealed, name)
    if content is None:
        return []
    return [(SEALED_PARTS[name].text(language), part_rows(name, content, language))]
