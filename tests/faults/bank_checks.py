"""Whether bank, order and case agree, read off the log past the service."""

from collections.abc import Sequence
from typing import Final

from domain.case.case import CASE
from domain.case.stage import Stage
from domain.orders.order import ORDER
from domain.orders.state import OrderStage, order_of
from tests.faults.calling_bank import BankLine
from tests.faults.checks import Checks
from tests.faults.cluster import run_sql
from tests.faults.facts import Facts

_KEPT: Final = """
SELECT message_id, sealed IS NULL AND key_id IS NULL AND problem IS NULL FROM inbox"""


async def agree(url: str, books: Sequence[BankLine], facts: Facts, checks: Checks) -> None:
    """Checks I11: each payment is kept once, counted once, held by its case or on its way back."""
    kept = {str(id): settled for id, settled in await run_sql(url, _KEPT)}
    told = {line.message: True for line in books}
    checks.that("I11", kept == told, f"messages differ: {kept.items() ^ told.items()}")
    streams = facts.by_stream
    for case in {line.case for line in books}:
        order = ORDER.fold(each.event for each in streams[order_of(case)])
        taken = {line.reference: line.amount_fen for line in books if line.case == case}
        ours = {each.bank_reference: each.amount_fen for each in order.payments}
        checks.that("I11", ours == taken, f"{case}: the bank has {taken}, the order {ours}")
        back = sum(each.amount_fen for each in order.refunds)
        whole = sum(taken.values()) - back == order.held_fen == order.amount_fen
        checks.that("I11", whole, f"{case}: {order}")
        known = CASE.fold(each.event for each in streams[case])
        paid = (known.stage, known.paid_fen) == (Stage.SUBMITTED, order.amount_fen)
        checks.that("I11", paid and order.stage is OrderStage.PAID, f"{case}: {known.stage}")
