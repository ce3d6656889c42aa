"""``cheguan carrier``: a simulated carrier beside the service, to try the post out."""

from typing import Annotated

import typer

from domain.carriers.carrier import CarrierName


def carrier(
    name: Annotated[CarrierName, typer.Argument(help="Which carrier it is.")] = CarrierName.EMS,
    port: Annotated[int, typer.Option(min=0, max=65_535, help="On 127.0.0.1 alone.")] = 8020,
    seed: Annotated[int, typer.Option(min=0, help="The same seed has the same ways.")] = 7,
    hurry: Annotated[
        float, typer.Option(min=1, max=86_400, help="How many times as fast items travel.")
    ] = 1.0,
    chaos: Annotated[
        int,
        typer.Option(
            min=0,
            help="A seed by which callbacks come late, twice, out of order, forged, contradictory "
            "or never; 0 for none.",
        ),
    ] = 0,
    listening: Annotated[int | None, typer.Option(hidden=True)] = None,
    with_parent: Annotated[
        bool, typer.Option(help="Stop when the process that started this one is gone.")
    ] = False,
) -> None:
    """Run a simulated carrier; set CHEGUAN_EMS_URL or CHEGUAN_REGISTERED_URL to its address."""
    from cheguan.carrier.chaos import Chaos
    from cheguan.carrier.item_book import Conduct
    from cheguan.carrier.run import SimulatedCarrier
    from cheguan.carrier_secrets import carrier_secrets, carrier_token
    from cheguan.event_loop import run
    from cheguan.settings import Settings

    settings = Settings().model_copy(update={"demo": True})
    run(
        SimulatedCarrier(
            Conduct(name, seed, hurry, Chaos(chaos)),
            settings.secrets_dir.parent / "carrier" / f"{name}.jsonl",
            carrier_secrets(settings)[name][0],
            carrier_token(settings, name),
        ).serve(port, listening, with_parent=with_parent)
    )
