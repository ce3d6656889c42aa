"""How what was entered at a window becomes a case, or what would come of it."""

from typing import Final

from msgspec.structs import replace

from api.command_outcome import carried_out
from api.command_request import request_by
from api.desk import Desk
from api.identity import Identity
from domain.case.case import CASE
from domain.case.intake.commands import GreenAtWindow
from domain.case.state import Case
from domain.door.door import Begun
from domain.door.outcome import Outcome
from domain.services.choices import Channel
from domain.services.window.form import WindowForm
from domain.vault import DataKey

_NAME: Final = "take-in"


async def took_in(
    desk: Desk,
    identity: Identity,
    form: WindowForm,
    counter: str,
    green: GreenAtWindow | None,
    *,
    body: bytes,
    key: str,
) -> Outcome:
    """Takes the case in at the window ``counter``. What was sent twice with one key is one case.

    Raises the refusal of the decision, or the problem of a store that is away.
    """
    data_key = await desk.keyring.new_key()
    begun = _begun(desk, identity, form, counter, green, data_key, body=body, key=key)
    return await carried_out(desk, begun.request.command_id, desk.door.begin(CASE, begun))


async def would_take_in(
    desk: Desk,
    identity: Identity,
    form: WindowForm,
    counter: str,
    green: GreenAtWindow | None,
) -> Case:
    """The case as it would stand. Raises what :func:`took_in` would raise. Nothing is stored.

    The key that seals the form goes back unused, because what it has sealed is thrown away.
    """
    data_key = await desk.keyring.new_key()
    try:
        begun = _begun(desk, identity, form, counter, green, data_key, body=b"", key="")
        asked = begun.request.command_id
        return (await carried_out(desk, asked, desk.door.weigh(CASE, begun))).after
    finally:
        desk.keyring.give_back(data_key)


def _begun(
    desk: Desk,
    identity: Identity,
    form: WindowForm,
    counter: str,
    green: GreenAtWindow | None,
    data_key: DataKey,
    *,
    body: bytes,
    key: str,
) -> Begun:
    case, command = desk.applications.taken_in(form, data_key, counter, green)
    by = request_by(identity, stream=None, name=_NAME, body=body, key=key or str(case))
    channel = Channel.EMERGENCY if green else form.channel
    return Begun(case, command, replace(by, channel=channel))
