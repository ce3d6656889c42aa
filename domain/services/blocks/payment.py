"""How the applicant pays. The amount is never asked: the fee table sets it."""

from domain.services.blocks.block import Block
from domain.services.choices import PaymentMethod


class Payment(Block):
    method: PaymentMethod
