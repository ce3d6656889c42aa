"""Was I charged? The bank is asked, what it has taken is taken down, and a sentence says it."""

import hashlib
from datetime import UTC, datetime, time, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from api.day_text import moment_text
from api.desk import Desk
from api.language import Language
from domain.calendar import OFFICE_ZONE, local_day
from domain.choice import Choice
from domain.door.request import Request
from domain.name_based import uuid5
from domain.orders.order import ORDER
from domain.orders.state import Order, OrderStage, order_of
from domain.payments.notices import Paid, payment_of
from domain.payments.port import CALLBACK, BankAway, KnownPayments
from domain.people import Actor, system

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f8402").bytes
_UNDER_WAY: Final = timedelta(minutes=15)
_STATEMENT_AT: Final = time(10)
"""By then the statement of the day before was compared with our books."""


class ChargeVerdict(Choice):
    """What is known of somebody's money."""

    PAID = "paid", "已缴费", "paid"
    GOES_BACK = "goes_back", "多付款项退还", "what was not owed goes back"
    OTHER_SUM = "other_sum", "金额不符，款项退还", "another sum goes back, and all is still owed"
    NOT_CHARGED = "not_charged", "未扣款", "not charged"
    UNDER_WAY = "under_way", "支付处理中", "a payment is under way"
    UNKNOWN = "unknown", "暂时无法查询", "not known yet"


class Charge(NamedTuple):
    """``know_by`` is when it is known for sure, where it is not yet."""

    verdict: ChargeVerdict
    order: Order
    know_by: datetime | None = None


async def charge(desk: Desk, stream: UUID, by: Actor) -> Charge:
    """Asks the bank about an order that ``by`` may see. What it tells counts like a callback.

    Raises what opening the order raises.
    """
    order = await _order(desk, stream, by)
    known = await _known(desk, stream)
    if known is not None and await _taken_down(desk, stream, order, known):
        order = await _order(desk, stream, by)
    if order.stage is not OrderStage.OPEN and order.undue:
        return Charge(ChargeVerdict.GOES_BACK, order)
    if order.stage is OrderStage.PAID:
        return Charge(ChargeVerdict.PAID, order)
    if known is None:
        return Charge(ChargeVerdict.UNKNOWN, order, _after_the_statement(desk.clock()))
    if known.under_way:
        return Charge(ChargeVerdict.UNDER_WAY, order, desk.clock() + _UNDER_WAY)
    if order.undue:
        return Charge(ChargeVerdict.OTHER_SUM, order)
    return Charge(ChargeVerdict.NOT_CHARGED, order)


async def charge_of(desk: Desk, case: UUID, by: Actor) -> Charge:
    """The same for the order of a case."""
    return await charge(desk, order_of(case), by)


def sentence(found: Charge, language: Language) -> str:
    """The answer as people read it. The moment is by the clock of the office."""
    by = moment_text(found.know_by, language) if found.know_by else ""
    told = found.verdict is ChargeVerdict.PAID and not found.order.paid_with
    zh, en = _AT_A_WINDOW if told else _SENTENCES[found.verdict]
    return (en if language == "en" else zh).format(by=by)


_AT_A_WINDOW: Final = (
    "窗口已收到您的付款，请勿重复缴费。",
    "You have paid at a window. Do not pay again.",
)
_SENTENCES: Final = {
    ChargeVerdict.PAID: (
        "银行已收到您的付款，请勿重复缴费。",
        "The bank has your payment. Do not pay again.",
    ),
    ChargeVerdict.GOES_BACK: (
        "银行已收到您的付款，其中不应收取的款项将原路退还，请勿再次缴费。",
        "The bank has your payment, and what is not owed goes back the way it came. Do not pay "
        "again.",
    ),
    ChargeVerdict.OTHER_SUM: (
        "银行收到的金额与应缴金额不符，已收款项将原路退还。应缴款项尚未缴清，请在截止时间前按应缴金额"
        "一次缴清。",
        "The bank has taken another sum than the one that is owed, and it goes back. What is owed "
        "is not paid yet: pay all of it in time.",
    ),
    ChargeVerdict.NOT_CHARGED: (
        "银行没有收到您的付款，您没有被扣款。",
        "The bank has no payment of yours: you were not charged.",
    ),
    ChargeVerdict.UNDER_WAY: (
        "银行正在处理您的付款，请勿重复缴费。最迟于 {by} 确定是否扣款，届时可以再次查询。",
        "Your payment is under way at the bank. Do not pay again: we know by {by}.",
    ),
    ChargeVerdict.UNKNOWN: (
        "暂时无法向银行查询，请勿重复缴费。最迟于 {by} 与银行对账后确定是否扣款。",
        "The bank cannot be asked just now. Do not pay again: we know by {by}, when its "
        "statement has come.",
    ),
}


async def _order(desk: Desk, stream: UUID, by: Actor) -> Order:
    opened, _ = await desk.door.open(ORDER, stream, by)
    return opened.state


async def _known(desk: Desk, stream: UUID) -> KnownPayments | None:
    if desk.bank_port is None:
        return None
    try:
        return await desk.bank_port.known(stream)
    except BankAway:
        return None


async def _taken_down(desk: Desk, stream: UUID, order: Order, known: KnownPayments) -> bool:
    """Whether the bank knew of money that we did not."""
    missing = [each for each in known.payments if order.payment(each.bank_reference) is None]
    for paid in missing:
        command = payment_of(paid, local_day(desk.clock()))
        await desk.door.handle(ORDER, stream, command, _request(stream, paid))
    return bool(missing)


def _request(stream: UUID, paid: Paid) -> Request:
    """The same payment, asked for twice, is the same command."""
    said = f"{stream}:{paid.bank_reference}:{paid.amount_fen}"
    return Request(
        by=system(CALLBACK),
        channel=CALLBACK,
        command_id=uuid5(_SPACE, said),
        sha256=hashlib.sha256(said.encode()).digest(),
    )


def _after_the_statement(now: datetime) -> datetime:
    tomorrow = local_day(now) + timedelta(days=1)
    return datetime.combine(tomorrow, _STATEMENT_AT, OFFICE_ZONE).astimezone(UTC)
