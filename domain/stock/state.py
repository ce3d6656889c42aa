"""A book of blanks as its history says it is, and which one is that of an office and a kind."""

from contextlib import suppress
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.services.blank import BlankKind
from domain.stock.accounts import StockAccount
from domain.stock.serials import SerialRun
from domain.titles import Title

_SPACE: Final = UUID("7d0c2f4e-91b6-5a38-8e57-2a6f3bd0c815").bytes


class StockStage(Choice):
    """``NEW`` is the book before its first event, and is never stored."""

    NEW = "new", "尚未建账", "Not yet kept"
    KEPT = "kept", "已建账", "Kept"


class Stock(State, frozen=True):
    """``balances`` are the accounts, which together are nothing.

    ``received`` and ``in_store`` are serials. A count finds how many are missing, and not which.
    """

    stage: StockStage = StockStage.NEW
    office: Annotated[str, Title("单位", "office")] = ""
    kind: Annotated[BlankKind | None, Title("空白牌证种类", "kind of blank")] = None
    balances: Annotated[dict[StockAccount, int], Title("账户余额", "balances")] = {}
    received: Annotated[tuple[SerialRun, ...], Title("已领号段", "serials received")] = ()
    in_store: Annotated[tuple[SerialRun, ...], Title("库存号段", "serials in store")] = ()
    used: Annotated[dict[str, UUID], HIDDEN] = {}

    @property
    def on_the_books(self) -> int:
        """How many should lie in store."""
        return self.balances.get(StockAccount.STORE, 0)


def stock_name(office: str, kind: BlankKind) -> str:
    """The name of a book, such as ``410100:plate``."""
    return f"{office}:{kind}"


def stock_of(office: str, kind: BlankKind) -> UUID:
    """The stream of a book."""
    return uuid5(_SPACE, stock_name(office, kind))


def stock_named(name: str) -> UUID:
    """The stream of a book by its name, as somebody has typed it. Other texts name no book."""
    with suppress(InvalidIdentifier):
        name = squeezed(name).lower()
    return uuid5(_SPACE, name)
