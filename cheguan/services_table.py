"""``cheguan services``: the catalogue as a table, or as JSON for a program."""

from datetime import date
from typing import Final, TypedDict

from rich.table import Table

from domain.services.catalogue import CATALOGUE
from domain.services.guide import fee_of, term_of
from domain.services.instead import NOT_OPEN

_COLUMNS: Final = (
    "编号",
    "代码 Code",
    "业务 Service",
    "类别",
    "类型",
    "期限 Term",
    "费用 Fee",
    "开通 Open",
)


class ServiceRow(TypedDict):
    """A service in a line. ``open`` says whether applications are taken."""

    number: str
    code: str
    title_zh: str
    title_en: str
    group: str
    archetype: str
    term_zh: str
    term_en: str
    fee_zh: str
    fee_en: str
    open: bool


def service_rows(day: date) -> list[ServiceRow]:
    """The services in the order of the catalogue. Terms and fees are those in force on the day."""
    rows: list[ServiceRow] = []
    for service in CATALOGUE.values():
        term, fee = term_of(service, day), fee_of(service, day)
        rows.append(
            {
                "number": service.number,
                "code": service.code,
                "title_zh": service.title.zh,
                "title_en": service.title.en,
                "group": service.group,
                "archetype": service.archetype,
                "term_zh": term.zh,
                "term_en": term.en,
                "fee_zh": fee.zh,
                "fee_en": fee.en,
                "open": service.open,
            }
        )
    return rows


def services_table(rows: list[ServiceRow]) -> Table:
    """The rows for people."""
    table = Table(title=f"业务目录 Services: {len(rows)}")
    for column in _COLUMNS:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(
            row["number"],
            row["code"],
            f"{row['title_zh']}\n{row['title_en']}",
            row["group"],
            row["archetype"],
            f"{row['term_zh']}\n{row['term_en']}",
            f"{row['fee_zh']}\n{row['fee_en']}",
            "是 yes" if row["open"] else f"{NOT_OPEN.zh}\n{NOT_OPEN.en}",
        )
    return table
