"""The number of a driving licence 驾驶证号. A resident's is that of the ID card (162 art. 12)."""

from datetime import date

from domain.identifiers import resident_id


def parse(text: str, today: date) -> resident_id.ResidentId:
    return resident_id.parse(text, today)


def mask(text: str) -> str:
    """Masks as ``410***********1236``."""
    return resident_id.mask(text)
