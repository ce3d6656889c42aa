"""``cheguan bank``: a simulated bank beside the service, to try payments out."""

from typing import Annotated

import typer


def bank(
    port: Annotated[int, typer.Option(min=0, max=65_535, help="On 127.0.0.1 alone.")] = 8010,
    seed: Annotated[int, typer.Option(min=0, help="The same seed has the same mischief.")] = 7,
    mischief: Annotated[
        float,
        typer.Option(
            min=0,
            max=1,
            help="Share of callbacks that come late, twice, altered or never, and of failing "
            "refunds.",
        ),
    ] = 0.0,
    listening: Annotated[int | None, typer.Option(hidden=True)] = None,
    with_parent: Annotated[
        bool, typer.Option(help="Stop when the process that started this one is gone.")
    ] = False,
) -> None:
    """Run a simulated bank with pages to pay on; set CHEGUAN_BANK_URL to its address."""
    from cheguan.bank.mischief import Mischief
    from cheguan.bank.run import SimulatedBank
    from cheguan.bank_child import ledger_of
    from cheguan.bank_secrets import bank_token, callback_secrets
    from cheguan.event_loop import run
    from cheguan.settings import Settings

    settings = Settings().model_copy(update={"demo": True})
    run(
        SimulatedBank(
            ledger_of(settings),
            callback_secrets(settings)[0],
            bank_token(settings),
            Mischief(seed, mischief),
        ).serve(port, listening, with_parent=with_parent)
    )
