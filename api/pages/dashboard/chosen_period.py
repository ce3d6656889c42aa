"""The period that the address of a page names, for each page that shows one."""

from typing import Annotated

from fastapi import Depends, Query

from api.dependencies import TheDesk
from api.pages.kit.period import Period, period


async def _chosen(
    desk: TheDesk,
    spell: Annotated[str | None, Query(alias="period")] = None,
    first: Annotated[str | None, Query(alias="from")] = None,
    last: Annotated[str | None, Query(alias="to")] = None,
) -> Period:
    return period(spell, first, last, desk.today)


ChosenPeriod = Annotated[Period, Depends(_chosen)]
