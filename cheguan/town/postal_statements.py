"""What the post pays over of the money that it collects: each Monday, that of the week before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from domain.payments.settlement import CollectedSum, SettledLine

_WEEK: Final = timedelta(days=7)


def statements(sums: Iterable[CollectedSum], today: date) -> Mapping[date, Sequence[SettledLine]]:
    """The statements that are due on ``today`` and before, by their days.

    The post pays over what no statement has named yet.
    """
    due: dict[date, list[SettledLine]] = defaultdict(list)
    for each in sums:
        paid_on = each.collected_on - timedelta(days=each.collected_on.weekday()) + _WEEK
        if paid_on <= today and not each.statement_no:
            due[paid_on].append(
                SettledLine(
                    statement_no=f"EMS{paid_on:%Y%m%d}",
                    settled_on=paid_on,
                    collected_on=each.collected_on,
                    item_no=each.item_no,
                    amount_fen=each.amount_fen,
                )
            )
    return dict(sorted(due.items()))
