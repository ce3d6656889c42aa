"""A service on the morning after a day of bulletins."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from tests.kit.histories import lives
from tests.kit.served import Service, served
from tests.kit.told_days import told_through

MANY: Final = lives(60)
FIRST, LAST = date(2020, 3, 2), date(2020, 12, 31)
NINE: Final = time(1, tzinfo=UTC)


@dataclass
class ReportingOffice:
    """A service, and the instant at which its clock stands."""

    service: Service
    now: datetime

    async def sheet(self, path: str) -> str:
        """The sheet of paper itself, without what stands around it."""
        answer = await self.service.http.get(path)
        assert answer.status_code == 200, answer.text
        found = re.search(r"<article.*</article>", answer.text, re.DOTALL)
        assert found
        return found[0]


@asynccontextmanager
async def reporting_office(url: str, folder: Path, day: date) -> AsyncIterator[ReportingOffice]:
    """All that happened until the end of the day is folded, and it is nine o'clock after it."""
    told: list[ReportingOffice] = []
    async with served(url, folder, clock=lambda: told[0].now) as opened:
        await told_through(url, MANY, day)
        told.append(ReportingOffice(opened, datetime.combine(day + timedelta(days=1), NINE)))
        await opened.fold()
        yield told[0]
