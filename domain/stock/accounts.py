"""The accounts of a book of blanks. Each entry takes from one what it gives to another.

So the book balances whatever is entered: all accounts together are nothing, and what an office
has received is what it has, has used, has spoilt and misses.
"""

from collections.abc import Iterable

import msgspec

from domain.choice import Choice


class StockAccount(Choice):
    """Where blanks are, or where they came from."""

    SUPPLIER = "supplier", "上级配发", "delivered by the supplier"
    STORE = "store", "库存", "in store"
    USED = "used", "已使用", "used"
    SPOILT = "spoilt", "作废", "spoilt"
    MISSING = "missing", "盘亏", "missing at a count"
    UNEXPLAINED = "unexplained", "账外", "not on the books"


class StockEntry(msgspec.Struct, frozen=True, gc=False):
    """So many blanks leave one account and come to another."""

    out_of: StockAccount
    into: StockAccount
    blanks: int


Balances = dict[StockAccount, int]


def booked(balances: Balances, entry: StockEntry) -> Balances:
    """The balances after one more entry. An account from which more left than came is below 0."""
    return {
        **balances,
        entry.out_of: balances.get(entry.out_of, 0) - entry.blanks,
        entry.into: balances.get(entry.into, 0) + entry.blanks,
    }


def out_of_balance(balances: Iterable[int]) -> int:
    """By how much the accounts together differ from nothing. It is 0 in every book."""
    return sum(balances)
