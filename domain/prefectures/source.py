"""The decision from which an open or a closed window follows, as people are told of it."""

from datetime import date
from typing import Annotated, Final

import msgspec

from domain.titles import Title


def decision_named(region: str, version: int) -> str:
    """The id of a decision. It stands in holds and transfers of cases, so it stays as it is."""
    return f"{region}-{version}"


class Source(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A decision of a prefecture. ``version`` is its place in the stream, counted from 1.

    It is 0 where nobody has said which decision it was.
    """

    version: Annotated[int, Title("序号", "number")] = 0
    event: str = ""
    body: Annotated[str, Title("决定机关", "deciding body")] = ""
    decided_on: Annotated[date | None, Title("决定日期", "decided on")] = None
    effective_on: Annotated[date | None, Title("生效日期", "takes effect on")] = None
    planned_end: Annotated[date | None, Title("预计结束日期", "planned end")] = None
    reason: Annotated[str, Title("理由", "reason")] = ""
    document_no: Annotated[str, Title("文号", "document number")] = ""

    def named(self, region: str) -> str:
        """The id of the decision: the code of the prefecture and the place in its history."""
        return decision_named(region, self.version)


UNNAMED: Final = Source()
