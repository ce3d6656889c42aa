"""The daily statement of the simulated bank: what it took and gave back on a day of its books."""

import csv
import io
from datetime import date

from cheguan.bank.ledger import Ledger
from domain.payments.statement import HEADER, PAYMENT, REFUND


def statement(ledger: Ledger, day: date) -> str:
    """CSV by RFC 4180, with the header of :data:`~domain.payments.statement.HEADER`."""
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow(HEADER)
    for paid in ledger.booked.values():
        if paid.booked_on == day:
            row = (PAYMENT, paid.bank_reference, paid.order, paid.amount_fen, "")
            lines.writerow((day, *row))
    for back in ledger.given_back.values():
        if back.booked_on == day and not back.reason:
            wanted = back.wanted
            row = (REFUND, back.bank_reference, wanted.order, wanted.amount_fen, wanted.payment)
            lines.writerow((day, *row))
    return text.getvalue()
