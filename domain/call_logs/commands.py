"""The command to a telephone log. Whoever runs the service gives it, by the command line."""

from domain.call_logs.call_day import CallDay
from domain.message import Command
from domain.spelling import RegionCode


class CallLogCommand(Command, frozen=True, kw_only=True):
    """A request to the telephone log of a prefecture."""


class RecordCallDays(CallLogCommand, frozen=True, kw_only=True):
    """Take over the days of a file, all of them or none. The same file again changes nothing."""

    region: RegionCode
    days: tuple[CallDay, ...]
