"""The simulated bank that a demo starts as a process beside its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from typing import NamedTuple

from cheguan.kept_process import Ours
from cheguan.settings import Settings


class BankBeside(NamedTuple):
    """The process to keep up, and the settings of whoever is paid there."""

    process: Ours
    settings: Settings


def ledger_of(settings: Settings) -> Path:
    """Where the simulated bank keeps its books."""
    return settings.secrets_dir.parent / "bank" / "ledger.jsonl"


@contextmanager
def bank_beside(settings: Settings) -> Iterator[BankBeside]:
    """Opens the socket of the bank, so that its address is known before it has started.

    While it is started again, whoever connects waits and is not refused.
    """
    with create_server(("127.0.0.1", 0)) as listening:
        descriptor, port = listening.fileno(), listening.getsockname()[1]
        arguments = ("bank", "--listening", str(descriptor), "--with-parent")
        named = {"CHEGUAN_SECRETS_DIR": str(settings.secrets_dir)}
        process = Ours(arguments, named, [descriptor])
        url = f"http://127.0.0.1:{port}"
        yield BankBeside(process, settings.model_copy(update={"bank_url": url}))
