"""Within how many working days a licence is exchanged."""

from datetime import date

from domain.dated import Dated, Rule


def exchange_term(code: str) -> Dated[int]:
    """One working day. The article of Order 139 was not at hand; that of 162 was read."""
    return Dated(
        code,
        Rule(1, date(2016, 4, 1), "139:62, remembered", date(2022, 3, 31)),
        Rule(1, date(2022, 4, 1), "162:68"),
    )
