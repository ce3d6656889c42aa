"""``cheguan projections``: how far they are, folding them again, their digests."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from domain.event_store.connection import connect
from projections.digest import digest
from projections.rebuild import rebuild
from projections.registry import PROJECTIONS
from projections.standing import standing


async def status(url: str, console: Console) -> None:
    """Position, events behind, and seconds since the last batch, by read model."""
    table = Table("projection", "epoch", "position", "behind", "moved")
    connection = await connect(url)
    try:
        for name in PROJECTIONS:
            at = await standing(connection, name)
            moved = f"{at.age_s:.0f} s ago" if at.moved_at else "never"
            table.add_row(name, str(at.epoch), str(at.position), str(at.behind), moved)
    finally:
        await connection.close()
    console.print(table)


async def digests(url: str) -> Mapping[str, str]:
    """SHA-256 of the canonical dump of each read model."""
    connection = await connect(url)
    try:
        return {name: await digest(connection, PROJECTIONS[name]) for name in PROJECTIONS}
    finally:
        await connection.close()


async def rebuild_all(url: str, names: Sequence[str], console: Console) -> bool:
    """Fold each again beside the live one and swap; whether every digest was the same."""
    same = True
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        for name in names:
            task = progress.add_task(name, total=None)

            def tell(done: int, of: int, task: TaskID = task) -> None:
                progress.update(task, completed=done, total=of)

            before, after = await rebuild(url, PROJECTIONS[name], tell)
            progress.remove_task(task)
            same = same and before == after
            verdict = "same" if before == after else "DIFFERENT"
            console.print(f"{name}: {before} → {after} {verdict}", soft_wrap=True)
    return same
