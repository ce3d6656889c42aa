"""How the applicant pays. The amount is never asked for, because the fee table sets it."""

from typing import Annotated, ClassVar, Final

from domain.services.blocks.block import Block
from domain.services.choices import PaymentMethod
from domain.titles import Title

_METHOD: Final = Title("缴费方式", "method")


class Payment(Block):
    TITLE: ClassVar = Title("缴费", "payment")

    method: Annotated[PaymentMethod, _METHOD]
