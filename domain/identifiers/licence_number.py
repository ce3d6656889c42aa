"""Driving licence number 驾驶证号: a resident's is the number of the ID card (162:12)."""

from datetime import date

from domain.identifiers import resident_id


def parse(text: str, today: date) -> resident_id.ResidentId:
    return resident_id.parse(text, today)


def mask(text: str) -> str:
    """``410***********1236``."""
    return resident_id.mask(text)
