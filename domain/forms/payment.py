"""How the applicant pays. The amount is never asked: the fee table sets it."""

from domain.forms.block import Block
from domain.forms.choices import PaymentMethod


class Payment(Block):
    method: PaymentMethod
