"""Takes the log of a telephone exchange over into the store, all of it or nothing."""

import asyncio
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from cheguan.compose import desk
from cheguan.registry import Registry
from cheguan.service_clock import clock_of
from cheguan.settings import Settings
from domain.call_logs.call_log import CALL_LOG
from domain.call_logs.commands import RecordCallDays
from domain.call_logs.state import call_log_of
from domain.call_logs.telephone_log import ReadLog, read_log
from domain.door.door import Door
from domain.door.request import CHANNEL, Request
from domain.name_based import uuid5
from domain.people import system
from domain.refusal import Refusal

_BY: Final = "call-log"


class Imported(NamedTuple):
    """What is said of an import, and whether it was carried out."""

    taken_over: bool
    lines: Sequence[str]


async def imported(settings: Settings, url: str, registry: Registry, file: Path) -> Imported:
    """Reads the file and takes it over. The day of today is that of the store's own clock."""
    content = await asyncio.to_thread(file.read_bytes)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return Imported(False, [f"{file}: no UTF-8 at byte {wrong.start}. Nothing was imported."])
    async with desk(settings, url, clock_of(url, settings), registry) as made:
        read = read_log(text.splitlines(keepends=True), made.today)
        if read.bad:
            lines = [f"{file}:{each.number}: {each.why}" for each in read.bad]
            return Imported(False, [*lines, f"{len(lines)} lines are wrong. Nothing was imported."])
        return await taken_over(made.door, read, content)


async def taken_over(door: Door, read: ReadLog, content: bytes) -> Imported:
    """Gives the command for the days that were read out of ``content``."""
    command = RecordCallDays(region=read.region, days=tuple(read.days))
    digest = hashlib.sha256(content).digest()
    stream = call_log_of(read.region)
    request = Request(
        by=system(_BY),
        channel=CHANNEL,
        command_id=uuid5(stream.bytes, digest.hex()),
        sha256=digest,
    )
    try:
        await door.handle(CALL_LOG, stream, command, request)
    except Refusal as refusal:
        why, _ = CALL_LOG.words.refusals[refusal.code].text("en")
        told = ", ".join(f"{name} {value}" for name, value in refusal.details().items())
        return Imported(False, [f"{why} ({told}). Nothing was imported."])
    calls, answered = (sum(counts) for counts in zip(*_counts(read), strict=True))
    offices = len({day.office for day in read.days})
    told = f"{calls} calls, {answered} answered, on {len(read.days)} days of {offices} offices."
    return Imported(True, [told])


def _counts(read: ReadLog) -> Sequence[tuple[int, int]]:
    return [(day.offered, day.answered) for day in read.days]
