"""Instants as somebody types them who tries the town out."""

from datetime import datetime

from domain.calendar import OFFICE_ZONE


def beijing_time(text: str) -> datetime:
    """Reads ``2026-12-25``, ``2026-12-25T09:00`` or an instant with its zone.

    Without a zone it is Beijing time. Raises ``ValueError``.
    """
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=OFFICE_ZONE)
