"""Which parcel, and which case, an item number means. A carrier knows nothing else of it."""

from uuid import UUID

from domain.aggregate import Ref
from domain.case.delivery.refusals import ParcelUnknown
from domain.claims import state as claims
from domain.claims.claim import CLAIM
from domain.claims.state import Claim
from domain.identifiers import postal_item
from domain.identifiers.invalid import InvalidIdentifier


def item_named(text: str) -> str:
    """The number that somebody typed. Raises :class:`ParcelUnknown` for what is none."""
    try:
        return postal_item.parse(text).text
    except InvalidIdentifier:
        raise ParcelUnknown from None


def claim_to(number: str) -> Ref[Claim]:
    """The claim to the number, which names the case."""
    return Ref(CLAIM, claims.postal_item(number))


def case_of(claim: Claim) -> UUID:
    """The case whose parcel was the last to get the number, by the claim to it."""
    if claim.holder is None:
        raise ParcelUnknown
    return claim.holder


def parcel_under(claim: Claim) -> UUID:
    """The parcel that was the last to get the number. An earlier build named the case alone."""
    if claim.parcel is None:
        raise ParcelUnknown
    return claim.parcel
