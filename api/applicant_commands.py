"""What an applicant asks of his case with a form: read, and made a command of what he sent.

The routes for programs and the pages for people ask by the same functions. Each raises 422 with
every defect of the form. The command, when the door asks for it, raises ``FormRefused`` for
documents that were not uploaded by whoever names them: no refusal may come before the door has
looked whether the command was carried out before.
"""

from api.applicant_forms import AddressForm, CorrectionForm, GreenChannelForm, read_block
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.papers import read_naming_papers, uploaded
from api.resources import CASES
from api.sealed_text import sealed
from domain.case.delivery.commands import ChangeToPickup, ChangeToPost, RequestRepost
from domain.case.intake.commands import SupplyCorrection
from domain.case.overlays.commands import RequestGreenChannel
from domain.case.state import Case
from domain.case.vocabulary import CaseCommand
from domain.door.attempt import Opened
from domain.door.door import Asked
from domain.services.blocks.delivery.fields import PickupDelivery, PostDelivery
from domain.services.facts import AtCounter


async def correction(desk: Desk, identity: Identity, body: bytes, language: Language) -> Asked:
    """The papers, and the address if there is one."""
    sent = await read_naming_papers(CorrectionForm, body, desk, identity, language)

    async def command(opened: Opened[Case]) -> CaseCommand:
        papers = await uploaded(desk, identity, sent.documents)
        kept = {"delivery": await _kept(desk, opened, sent.delivery)} if sent.delivery else {}
        region = sent.delivery.region_code if sent.delivery else None
        return SupplyCorrection(papers=papers, sealed=kept, destination_region=region)

    return command


async def green_channel(desk: Desk, identity: Identity, body: bytes, language: Language) -> Asked:
    """The ground, and the papers that prove it."""
    sent = await read_naming_papers(GreenChannelForm, body, desk, identity, language)

    async def command(opened: Opened[Case]) -> CaseCommand:
        papers = await uploaded(desk, identity, sent.documents)
        return RequestGreenChannel(kind=sent.kind, papers=papers)

    return command


def another_way(desk: Desk, body: bytes, language: Language) -> Asked:
    """Posts a returned parcel again, or changes pick-up to post, or post to pick-up."""
    sent = read_block(AddressForm, body, desk.today, language).delivery

    async def command(opened: Opened[Case]) -> CaseCommand:
        if isinstance(sent, PickupDelivery):
            return ChangeToPickup(office=sent.pickup_office_id)
        kept = {"delivery": await _kept(desk, opened, sent)}
        collects = isinstance(opened.state.delivery, AtCounter)
        kind = ChangeToPost if collects else RequestRepost
        return kind(sealed=kept, destination_region=sent.region_code)

    return command


async def _kept(desk: Desk, opened: Opened[Case], delivery: PostDelivery) -> str:
    clear = delivery.model_dump_json(exclude_none=True)
    return await sealed(desk, CASES.key_of, opened, "delivery", clear)
