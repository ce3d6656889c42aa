"""The holiday notices that whoever runs the service gives in a file."""

from pathlib import Path

import msgspec

from cheguan.settings import UnsafeSettings
from domain.holidays import PUBLISHED, HolidayNotice, HolidayNoticeInvalid


def adopt(file: Path | None) -> None:
    """Lets this process count by the notices of a file. Nothing is done without one.

    Raises :class:`UnsafeSettings` for a file that cannot be read or contradicts itself: a wrong
    calendar would move the deadlines of everybody.
    """
    if file is None:
        return
    try:
        PUBLISHED.adopt(msgspec.json.decode(file.read_bytes(), type=list[HolidayNotice]))
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, HolidayNoticeInvalid) as wrong:
        raise UnsafeSettings(f"CHEGUAN_HOLIDAYS_FILE {file}: {wrong}") from None
