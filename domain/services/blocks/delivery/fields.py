"""Where the document goes: by postal express to an address, or to a counter."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers.text import plain
from domain.offices.office import PICKUP_KINDS
from domain.offices.tree import OFFICES
from domain.services.blocks.block import Block
from domain.services.blocks.contact.kinds import Address, County, Mobile, Name, Postcode
from domain.services.blocks.delivery import words
from domain.services.choices import DeliveryMode
from domain.services.facts import AtCounter, ByPost
from domain.services.judgement import defect, judgement


class PostDelivery(Block):
    """Postal express brings it to an address in Henan. The recipient signs in person against his
    ID card.
    """

    TITLE: ClassVar = words.RECIPIENT
    TEXTS: ClassVar = words.TEXTS

    mode: Annotated[Literal[DeliveryMode.POST], words.MODE]
    recipient_name: Annotated[Name, words.RECIPIENT_NAME]
    recipient_mobile: Annotated[Mobile, words.RECIPIENT_MOBILE]
    region_code: Annotated[County, words.REGION_CODE]
    address: Annotated[Address, words.ADDRESS, words.ADDRESS_HINT]
    postcode: Annotated[Postcode | None, words.POSTCODE] = None

    def facts(self) -> ByPost:
        return ByPost(self.region_code)


class PickupDelivery(Block):
    """The applicant collects it at a counter of the prefecture that has power, where one has."""

    TEXTS: ClassVar = words.TEXTS

    mode: Annotated[Literal[DeliveryMode.PICKUP], words.MODE]
    pickup_office_id: Annotated[str, Field(max_length=20), words.PICKUP_OFFICE_ID]

    @field_validator("pickup_office_id")
    @classmethod
    def _a_counter_of_the_prefecture(cls, office_id: str, info: ValidationInfo) -> str:
        office = OFFICES.get(plain(office_id).lower())
        if office is None or office.kind not in PICKUP_KINDS:
            raise defect("pickup_office_unknown")
        seen = judgement(info)
        if seen.prefecture is not None and office.region_code != seen.prefecture:
            raise defect("pickup_office_elsewhere")
        return office.id

    def facts(self) -> AtCounter:
        return AtCounter(self.pickup_office_id)


Delivery = Annotated[PostDelivery | PickupDelivery, Field(discriminator="mode"), words.DELIVERY]
