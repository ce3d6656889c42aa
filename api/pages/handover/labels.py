"""Labels with addresses in the clear: that they were seen is on record before they are shown."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple
from uuid import UUID

from markupsafe import Markup

from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.masking import part
from api.pages.handover import words
from api.pages.handover.parcels import DELIVERY, number_given
from api.pages.kit.places import office_text, place_text
from api.pages.kit.qr_code import qr_code
from api.reveals import opened_to_reveal, record_reveal
from api.unopened import PartUnopened
from domain.accesses.kind import RevealPurpose
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.offices.tree import CONTACTS
from domain.refusal import Forbidden

MOST: Final = 24
"""So many labels are printed at once: whoever sees more addresses than he can stick on has no
reason to."""


class Label(NamedTuple):
    """``item_no`` is the number that a carrier has given. Empty: it comes from a counter."""

    reference: str
    qr: Markup
    item_no: str
    item_qr: Markup | None
    county: str
    address: str
    postcode: str
    recipient: str
    mobile: str
    office: str
    telephone: str


class Labels(NamedTuple):
    """``left_out`` are references and why there is no label."""

    printed: list[Label]
    left_out: list[tuple[str, str]]


async def labels_of(
    desk: Desk, identity: Identity, cases: Iterable[UUID], language: Language
) -> Labels:
    """Of each parcel that waits for the carrier. The applicant finds in his list who has looked.

    Raises 503 if that cannot be stored, and then nothing is shown.
    """
    made, kept_out = Labels([], []), words.KEPT_OUT.text(language)
    for case in cases:
        try:
            opened, _ = await opened_to_reveal(desk, identity, case)
        except Forbidden:
            made.left_out.append((await _reference(desk, identity, case), kept_out))
            continue
        state = opened.state
        if state.stage is not Stage.READY_TO_SEND:
            made.left_out.append((state.reference, words.NOT_TO_POST.text(language)))
            continue
        held = sorted(state.sealed)
        await record_reveal(desk, identity, opened, held, (DELIVERY,), RevealPurpose.DELIVERY)
        try:
            to = await part(desk.keyring, case, state.key_id, state.sealed, DELIVERY)
        except PartUnopened:
            to = None
        if to is None:
            made.left_out.append((state.reference, words.GONE.text(language)))
        else:
            item_no = await number_given(desk, identity, opened)
            made.printed.append(_label(state.reference, state.office, item_no, to, language))
    return made


async def _reference(desk: Desk, identity: Identity, case: UUID) -> str:
    opened, _ = await desk.door.open(CASE, case, identity.actor)
    return opened.state.reference


def _label(
    reference: str, office: str, item_no: str, to: dict[str, Any], language: Language
) -> Label:
    return Label(
        reference=reference,
        qr=qr_code(reference),
        item_no=item_no,
        item_qr=qr_code(item_no) if item_no else None,
        county=place_text(str(to.get("region_code", "")), language),
        address=str(to.get("address", "")),
        postcode=str(to.get("postcode") or ""),
        recipient=str(to.get("recipient_name", "")),
        mobile=str(to.get("recipient_mobile", "")),
        office=office_text(office, language),
        telephone=next(iter(CONTACTS[office].telephones), ""),
    )
