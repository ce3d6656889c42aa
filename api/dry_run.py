"""What an application would come to: everything is checked, and nothing is stored."""

from typing import Literal, TypedDict

from msgspec.structs import replace

from api.command_outcome import carried_out
from api.command_request import request_by
from api.desk import Desk
from api.form_defects import problem_of
from api.identity import Identity
from api.json_scan import check_json
from api.language import Language
from api.openapi.answer import Answer
from api.papers import read_whole
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.door.door import Begun
from domain.services.defects import FormRefused


class DryRun(TypedDict):
    """Where the application would stand, and what would be owed for it."""

    dry_run: Literal[True]
    service: str
    office: str
    stage: Stage
    fee_fen: int
    postage_fen: int
    payable_fen: int


async def dry_run(
    desk: Desk, identity: Identity, body: bytes, language: Language
) -> Answer[DryRun]:
    return Answer(await weighed(desk, identity, body, language))


async def weighed(desk: Desk, identity: Identity, body: bytes, language: Language) -> DryRun:
    """Raises the problem to which the submission of this body would come.

    The key that seals the form goes back unused, because what it has sealed is thrown away.
    """
    if body:
        check_json(body)
    try:
        form = await read_whole(desk, identity, body)
    except FormRefused as refused:
        raise problem_of(refused, language) from None
    key = await desk.keyring.new_key()
    try:
        case, command = desk.applications.sealed([(form, key)])[0]
        asked = request_by(identity, stream=None, name="weigh", body=body, key=str(case))
        begun = Begun(case, command, replace(asked, channel=form.channel))
        came_to = await carried_out(desk, asked.command_id, desk.door.weigh(CASE, begun))
    finally:
        desk.keyring.give_back(key)
    found = came_to.after
    return {
        "dry_run": True,
        "service": found.service,
        "office": found.office,
        "stage": found.stage,
        "fee_fen": found.fee_fen,
        "postage_fen": found.postage_fen,
        "payable_fen": found.payable_fen,
    }
