"""``cheguan store``: what an operator does with a store that was restored."""

import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.console import Console

from cheguan.projections_cli import opened

if TYPE_CHECKING:
    from domain.event_store.acknowledged import Acknowledged
    from domain.event_store.reconcile import Remains
    from domain.event_store.transaction import Connection

app = typer.Typer(
    no_args_is_help=True,
    help=(
        "The event store beside what is known of it. A store that lost events, holds others, or "
        "is on another server answers questions only, until `reconcile` or `new-epoch`."
    ),
)

out = Console(width=None if sys.stdout.isatty() else 110)

_SHOWN = 20

Result = TypeVar("Result")


@app.command()
def status(
    every: Annotated[bool, typer.Option("--all", help="List every lost command.")] = False,
) -> None:
    """Say whether the store is open for writing and, if not, what is missing.

    Changes nothing. Ends with 0 if it is open, with 1 if it answers questions only.
    """
    from cheguan.event_loop import run
    from cheguan.settings import Settings
    from domain.event_store.reconcile import standing

    settings = Settings()
    with opened() as (url, _):
        stands = run(_with(url, lambda store: standing(store, settings.known_dir)))
    _say(stands, every=every)
    sys.exit(1 if stands.difference else 0)


@app.command()
def reconcile(
    copy: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="URL",
            help="A PostgreSQL that still has the events: a standby, or a later backup.",
        ),
    ] = None,
) -> None:
    """Open the store in the same epoch, if nothing that is known is missing any more.

    With --from, the events, commands and data keys that the store lost are first brought
    back from a copy. The copy must have the same events as the store up to where the store
    ends, and those that are known from there: otherwise nothing is changed.
    """
    from cheguan.event_loop import run
    from cheguan.settings import Settings
    from cheguan.surroundings import check_address
    from domain.event_store.reconcile import CopyUnfit, bring_back, standing, take_as_known

    settings = Settings()
    if copy:
        check_address("--from", copy)

    async def main(store: "Connection") -> "Remains":
        stands = await standing(store, settings.known_dir)
        if copy and stands.known and not stands.whole:
            other = await _copy(copy)
            try:
                brought = await bring_back(other, store, stands.known)
            finally:
                await other.close()
            out.print(f"{brought} events were brought back.")
            stands = await standing(store, settings.known_dir)
        if stands.whole:
            take_as_known(settings.known_dir, stands)
        return stands

    with opened() as (url, _):
        try:
            stands = run(_with(url, main))
        except CopyUnfit as unfit:
            out.print(f"Nothing was changed: {unfit}.")
            sys.exit(1)
    if stands.whole:
        out.print("Nothing is missing. The store is open for writing, in the same epoch.")
        return
    _say(stands, every=False)
    sys.exit(1)


@app.command("new-epoch")
def open_new_epoch(
    reason: Annotated[str, typer.Option(help="Stands in the store for ever; name nobody.")],
    approved_by: Annotated[
        list[str], typer.Option(help="Pseudonym of who approves; give it twice, two people.")
    ],
) -> None:
    """Go on WITHOUT the events that are missing, in a new epoch of the store.

    Use it for a store whose events cannot be brought back, and try `reconcile` first. The next
    event stands beyond every known position, so none is given twice. What was lost is kept in
    the file lost.epoch-N.log beside what is known: those people were told that it is stored,
    and have to be told that it is not. Reactions read the log anew, and every read model is
    folded again. This cannot be undone.
    """
    from cheguan import reactions_cli, read_models
    from cheguan.event_loop import run
    from cheguan.processes import PROCESSES
    from cheguan.settings import Settings
    from domain.event_store.new_epoch import new_epoch

    if len({who.strip() for who in approved_by} - {""}) < 2:
        raise typer.BadParameter("two different people approve: --approved-by A --approved-by B")
    if not reason.strip():
        raise typer.BadParameter("say why events cannot be brought back", param_hint="'--reason'")
    settings = Settings()
    with opened() as (url, registry):
        epoch, before = run(
            _with(
                url,
                lambda store: new_epoch(
                    store, settings.known_dir, reason=reason, approved_by=approved_by
                ),
            )
        )
        _say_lost(before.lost, every=True)
        out.print(f"Epoch {epoch} is open. Every reaction begins anew, and does nothing twice.")
        run(reactions_cli.anew(url, [each.name for each in registry.reactions]))
        out.print("Folding every read model again …")
        run(read_models.rebuild_all(url, registry, registry.names, PROCESSES, out))


async def _copy(url: str) -> "Connection":
    from psycopg import OperationalError

    from cheguan.settings import UnsafeSettings
    from domain.event_store.connection import connect

    try:
        return await connect(url)
    except OperationalError:
        raise UnsafeSettings(
            "The copy of --from does not answer, or lets nobody in: start it, and write its "
            "address as postgresql://USER:PASSWORD@HOST:PORT/NAME"
        ) from None


async def _with(url: str, work: "Callable[[Connection], Awaitable[Result]]") -> Result:
    from domain.event_store.connection import connect

    connection = await connect(url)
    try:
        return await work(connection)
    finally:
        await connection.close()


def _say(stands: "Remains", *, every: bool) -> None:
    from domain.event_store.epoch import WORDS

    now, known = stands.seen.known, stands.known
    out.print(f"store: epoch {now.epoch}, {now.position} is its last position")
    if known:
        out.print(f"known: epoch {known.epoch}, position {known.position} at {known.at:%F %T} UTC")
    else:
        out.print("known: nothing, as before a first start")
    if not stands.difference:
        out.print("The store is open for writing.")
        return
    out.print(f"The store answers questions only: {WORDS[stands.difference]}.")
    if missing := stands.positions:
        first, last = missing[0], missing[-1]
        out.print(f"missing: positions {first} to {last}, {len(missing)} events")
    _say_lost(stands.lost, every=every)
    if stands.whole:
        out.print("No event is missing. Open it with: cheguan store reconcile")
    else:
        out.print("Bring the events back: cheguan store reconcile --from URL")
        out.print("Or go on without them: cheguan store new-epoch --help")


def _say_lost(lost: "Sequence[Acknowledged]", *, every: bool) -> None:
    out.print(f"lost: {len(lost)} acknowledged commands that the journal knows")
    for done in lost if every else lost[:_SHOWN]:
        streams = ", ".join(
            f"{part.stream} versions {part.after + 1} to {part.after + part.events}"
            for part in done.parts
        )
        out.print(f"  command {done.command} at {done.position}: {streams}", soft_wrap=True)
    if not every and len(lost) > _SHOWN:
        out.print(f"  … and {len(lost) - _SHOWN} more: --all")
