"""The small forms of an applicant's later actions, read like the large ones."""

from datetime import date
from typing import Annotated, TypeVar

from pydantic import Field, ValidationError

from api.form_defects import problem_of
from api.language import Language
from domain.case.grounds import GreenKind
from domain.services.blocks.block import Block
from domain.services.blocks.delivery.fields import Delivery, PostDelivery
from domain.services.blocks.documents.fields import MOST, Document
from domain.services.defects import FormRefused
from domain.services.judgement import Judgement
from domain.services.reader import defects_of

Read = TypeVar("Read", bound=Block)


class CorrectionForm(Block):
    """The papers and blocks that the correction notice asked for."""

    documents: Annotated[tuple[Document, ...], Field(max_length=MOST)] = ()
    delivery: PostDelivery | None = None


class GreenChannelForm(Block):
    """On what ground the case should go before the others, and the papers that prove it."""

    kind: GreenKind
    documents: Annotated[tuple[Document, ...], Field(max_length=MOST)] = ()


class AddressForm(Block):
    delivery: Delivery


def read_block(kind: type[Read], body: bytes, today: date, language: Language) -> Read:
    """Reads a block. Raises 422 with every defect."""
    try:
        return parsed(kind, body, today)
    except FormRefused as refused:
        raise problem_of(refused, language) from None


def parsed(kind: type[Read], body: bytes, today: date) -> Read:
    """Reads a block. Raises ``FormRefused`` with every defect, and with no value."""
    try:
        return kind.model_validate_json(body or b"{}", context=Judgement(today))
    except ValidationError as error:
        defects = defects_of(error, tagged=False)
    raise FormRefused(defects=defects)
