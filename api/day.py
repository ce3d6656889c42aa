"""A day in a query: one about which somebody may ask."""

from datetime import date
from typing import Annotated

from pydantic import Field

from domain.plausible import FIRST_DAY, LAST_DAY

Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
