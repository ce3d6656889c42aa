"""The facts of a payment of a fine that are stored in the clear."""

from typing import Annotated

from domain.choice import Choice
from domain.services.fine_payment import words
from domain.services.penal.facts import PenalFacts


class PaymentChannel(Choice):
    """Through whom the money comes (RTSL art. 108: the designated bank)."""

    BANK = "bank", "代收银行", "bank"
    WALLET = "wallet", "第三方支付平台", "wallet"


class FinePaymentFacts(PenalFacts, frozen=True, kw_only=True, tag="fine_payment"):
    payment_channel: Annotated[PaymentChannel, words.PAYMENT_CHANNEL]
