"""The simulated carriers that a demo starts as processes beside its own."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from socket import create_server
from typing import Final, NamedTuple

from cheguan.kept_process import Ours
from cheguan.settings import Settings
from domain.carriers.carrier import CarrierName

_HURRY: Final = 3_600
"""An hour on the way passes in a second, so that whoever tries it out sees the end."""
_SILENCE_S: Final = 240.0


class CarriersBeside(NamedTuple):
    """The processes to keep up, and the settings of whoever sends items."""

    processes: Sequence[Ours]
    settings: Settings


@contextmanager
def carriers_beside(settings: Settings, chaos: int = 0) -> Iterator[CarriersBeside]:
    """Opens their sockets, so that their addresses are known before they have started.

    While one is started again, whoever connects waits and is not refused. With a seed of
    ``chaos`` their callbacks come to grief, as ``cheguan carrier --chaos`` has it.
    """
    named = {"CHEGUAN_SECRETS_DIR": str(settings.secrets_dir)}
    processes: list[Ours] = []
    found: dict[str, object] = {"carrier_silence_s": _SILENCE_S}
    with ExitStack() as open_sockets:
        for carrier in CarrierName:
            listening = open_sockets.enter_context(create_server(("127.0.0.1", 0)))
            descriptor, port = listening.fileno(), listening.getsockname()[1]
            arguments = (
                *("carrier", carrier, "--hurry", str(_HURRY), "--chaos", str(chaos)),
                *("--listening", str(descriptor), "--with-parent"),
            )
            processes.append(Ours(arguments, named, [descriptor]))
            found[f"{carrier}_url"] = f"http://127.0.0.1:{port}"
        yield CarriersBeside(processes, settings.model_copy(update=found))
