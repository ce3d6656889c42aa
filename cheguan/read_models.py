"""What ``cheguan projections`` does: show how far they are, rebuild, replay, digest."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from time import monotonic
from typing import Any, Final, TypeVar
from uuid import UUID

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from cheguan.processes import in_processes
from cheguan.registry import Registry
from domain.event_store.connection import connect
from projections.engine.digest import digest
from projections.engine.parking import parked
from projections.engine.projection import Projection
from projections.engine.rebuild import BeingRebuilt, rebuild
from projections.engine.replay import replay
from projections.engine.standing import standing

_AGAIN_S: Final = 0.5
_ELSEWHERE: Final = "somebody else is rebuilding it; wait until that has ended."
_ENDED: Final = (
    "a process was ended from outside; the read model stands as it was. "
    "Run it again, with --processes 1 where memory is short."
)


_Folded = TypeVar("_Folded")


async def status(url: str, names: Sequence[str], console: Console) -> int:
    """Shows position, events behind, parked streams and age of each read model.

    Returns the number of events that the slowest is behind.
    """
    behind = 0
    table = Table("projection", "epoch", "position", "behind", "parked", "moved")
    connection = await connect(url)
    try:
        for name in names:
            at = await standing(connection, name)
            behind = max(behind, at.behind)
            moved = f"{at.age_s:.0f} s ago" if at.moved_at else "never"
            numbers = (at.epoch, at.position, at.behind, at.parked)
            table.add_row(name, *map(str, numbers), moved)
    finally:
        await connection.close()
    console.print(table)
    return behind


async def show_parked(url: str, names: Sequence[str], console: Console) -> int:
    """Shows every parked stream with the event that stopped it. Returns how many there are."""
    table = Table("projection", "stream", "position", "error", "waiting", "since")
    connection = await connect(url)
    try:
        found = await parked(connection, names)
    finally:
        await connection.close()
    for one in found:
        since = f"{one.since:%Y-%m-%d %H:%M} UTC"
        numbers = (str(one.position), one.error, str(one.waiting))
        table.add_row(one.projection, str(one.stream), *numbers, since)
    console.print(table if found else "no stream is parked")
    return len(found)


async def replay_parked(
    url: str, registry: Registry, name: str, stream: UUID | None, console: Console
) -> bool:
    """Folds parked streams again. Says whether none of them is parked any more.

    A ``stream`` that is not parked was named by mistake.
    """
    replayed = await replay(url, registry.projection(name), registry.codec, stream)
    for one in replayed:
        stopped = one.stopped
        verdict = f"{stopped.error} at position {stopped.position}" if stopped else "folded"
        console.print(f"{name} {one.stream}: {verdict}", soft_wrap=True)
    if not replayed:
        console.print("no such stream is parked" if stream else "no stream is parked")
    return not (stream and not replayed) and not any(one.stopped for one in replayed)


async def digests(url: str, projections: Iterable[Projection[Any]]) -> Mapping[str, str]:
    """The digest of each read model."""
    connection = await connect(url)
    try:
        return {each.name: await digest(connection, each) for each in projections}
    finally:
        await connection.close()


async def rebuild_all(
    url: str,
    registry: Registry,
    names: Sequence[str],
    processes: int,
    console: Console,
    *,
    wait: int = 0,
) -> bool:
    """Rebuilds each read model beside the live one. Says whether every digest was the same.

    One that somebody else rebuilds is waited for, ``wait`` seconds at most.
    """
    same, until = True, monotonic() + wait
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        for name in names:
            task = progress.add_task(name, total=None)

            def tell(done: int, of: int, task: TaskID = task) -> None:
                progress.update(task, completed=done, total=of)

            try:
                folding = in_processes(processes, registry.path)
                asked = (url, registry.projection(name), registry.codec, tell, folding)
                before, after = await _in_turn(partial(rebuild, *asked), until)
            except BeingRebuilt:
                console.print(f"{name}: {_ELSEWHERE}", soft_wrap=True)
                same = False
                continue
            except BrokenProcessPool:
                console.print(f"{name}: {_ENDED}", soft_wrap=True)
                return False
            finally:
                progress.remove_task(task)
            same = same and before == after
            verdict = "same" if before == after else "DIFFERENT"
            console.print(f"{name}: {before} → {after} {verdict}", soft_wrap=True)
    return same


async def _in_turn(work: Callable[[], Awaitable[_Folded]], until: float) -> _Folded:
    """Rebuilds when nobody else does. Raises ``BeingRebuilt`` if that is not so by ``until``."""
    while True:
        try:
            return await work()
        except BeingRebuilt:
            if monotonic() >= until:
                raise
        await asyncio.sleep(_AGAIN_S)
