"""The table that ``docs/security.md`` shows.

The values are read where they are used, so that it cannot say another.
"""

from typing import Final

from cheguan.limit_table.of_clients import CLIENT_LIMITS
from cheguan.limit_table.of_files import FILE_LIMITS
from cheguan.limit_table.of_requests import REQUEST_LIMITS, WORK_LIMITS
from cheguan.limit_table.of_the_wire import WIRE_LIMITS

LIMITS: Final = (*WIRE_LIMITS, *REQUEST_LIMITS, *FILE_LIMITS, *WORK_LIMITS, *CLIENT_LIMITS)


def table() -> str:
    """The table in Markdown."""
    lines = ["| Limit | Of | Default | Beyond | Held by |", "|---|---|---|---|---|"]
    for each in LIMITS:
        file, _, test = each.test.partition("::")
        shown = f"{each.value:,} {each.unit}"
        lines.append(f"| {each.title} | {each.of} | {shown} | {each.beyond} | `{file}` `{test}` |")
    return "\n".join(lines) + "\n"
