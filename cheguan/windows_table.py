"""``cheguan services --windows``: the thirty of the windows as a table, or as JSON."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypedDict

from rich.table import Table

from domain.services.archetype import Archetype
from domain.services.catalogue import WINDOW_SERVICES
from domain.services.guide import fee_of, term_of
from domain.services.window.matter import POWERS
from domain.services.window.table import ROWS
from domain.titles import Title

OUTCOMES: Final[Mapping[Archetype, Title]] = MappingProxyType(
    {
        Archetype.DOCUMENT: Title("核发牌证", "document"),
        Archetype.RECORD: Title("登记结果", "record"),
        Archetype.PENALTY: Title("处理决定", "penalty"),
    }
)
TOLD_ONLY: Final = Title("仅告知", "told only")
_COLUMNS: Final = (
    "编号",
    "代码 Code",
    "业务 Service",
    "结果 Outcome",
    "期限 Term",
    "费用 Fee",
    "依据 Basis",
    "恢复步骤 Step",
    "办理窗口 Where",
    "录入 Taken in",
)


class WindowRow(TypedDict):
    """A window service in a line. ``basis`` ends in a mark if the text of the article was read."""

    number: str
    code: str
    title_zh: str
    title_en: str
    outcome_zh: str
    outcome_en: str
    term_zh: str
    term_en: str
    fee_zh: str
    fee_en: str
    basis: str
    step_zh: str
    step_en: str
    where_zh: str
    where_en: str
    taken_in: bool


def window_rows(day: date) -> list[WindowRow]:
    """The lines in the order of the table, with the terms and fees in force on the day."""
    rows: list[WindowRow] = []
    for row in ROWS.values():
        service, step = WINDOW_SERVICES[row.code], row.step
        term, fee = term_of(service, day), fee_of(service, day)
        outcome, where = OUTCOMES[row.outcome], POWERS[row.power]
        rows.append(
            {
                "number": row.number,
                "code": row.code,
                "title_zh": row.title.zh,
                "title_en": row.title.en,
                "outcome_zh": outcome.zh,
                "outcome_en": outcome.en,
                "term_zh": term.zh,
                "term_en": term.en,
                "fee_zh": fee.zh,
                "fee_en": fee.en,
                "basis": row.basis or "—",
                "step_zh": step.zh,
                "step_en": step.en,
                "where_zh": where.zh,
                "where_en": where.en,
                "taken_in": row.taken_in,
            }
        )
    return rows


def windows_table(rows: list[WindowRow]) -> Table:
    """The rows for people."""
    table = Table(title=f"窗口业务 Services of the windows: {len(rows)}")
    for column in _COLUMNS:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(
            row["number"],
            row["code"],
            f"{row['title_zh']}\n{row['title_en']}",
            f"{row['outcome_zh']}\n{row['outcome_en']}",
            f"{row['term_zh']}\n{row['term_en']}",
            f"{row['fee_zh']}\n{row['fee_en']}",
            row["basis"],
            f"{row['step_zh']}\n{row['step_en']}",
            f"{row['where_zh']}\n{row['where_en']}",
            "是 yes" if row["taken_in"] else f"{TOLD_ONLY.zh}\n{TOLD_ONLY.en}",
        )
    return table
