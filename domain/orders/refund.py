"""What goes back to whoever paid, as the bank tells of it."""

from datetime import date, timedelta
from typing import Annotated, Final

import msgspec

from domain.choice import Choice
from domain.plausible import FromNow

BankReference = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z-]{1,40}$")]
"""The number under which a bank has booked a payment or a refund (银行流水号)."""
_BOOKED: Final = FromNow(timedelta(days=731), timedelta(0))
PaidOn = Annotated[date | None, _BOOKED]
"""The day on which the bank has taken the money. It counts, and not the day on which we heard."""
GivenBackOn = Annotated[date | None, _BOOKED]


class RefundStage(Choice):
    """How far a refund is."""

    UNDER_WAY = "under_way", "退款处理中", "under way"
    COMPLETED = "completed", "已退至原账户", "completed"
    FAILED = "failed", "退款失败", "failed"


class RefundFailure(Choice):
    """Why a bank could not give money back."""

    ACCOUNT_CLOSED = "account_closed", "原付款账户已注销", "the account is closed"
    ACCOUNT_BLOCKED = "account_blocked", "原付款账户已冻结", "the account is blocked"
    REFUSED = "refused", "银行拒绝办理", "the bank refuses"


class BankPayment(msgspec.Struct, frozen=True, gc=False):
    """Money that came in under a reference of the bank."""

    bank_reference: str
    amount_fen: int


class BankRefund(msgspec.Struct, frozen=True, gc=False):
    """Money that goes back, by the reference of the payment with which it came.

    ``bank_reference`` is that of the refund itself, once the bank has carried it out.
    """

    payment: str
    amount_fen: int
    stage: RefundStage = RefundStage.UNDER_WAY
    bank_reference: str = ""
    tries: int = 1
