"""What a killed owner left running on a data directory."""

import signal
from pathlib import Path

import psutil

from cheguan.postgres_programs import STOP_WITHIN


def end_leftovers(cluster: Path) -> None:
    """Stop the server of this directory and whoever was told to stop it later.

    Both work in the directory itself, which tells them from every process that was given
    an old number again. The caller owns the directory, so the number on file is stale.
    """
    left = [process for process in psutil.process_iter() if _belongs(process, cluster)]
    for process in left:
        process.send_signal(signal.SIGINT)
    _, alive = psutil.wait_procs(left, STOP_WITHIN)
    for process in alive:
        process.kill()
    (cluster / "postmaster.pid").unlink(missing_ok=True)


def _belongs(process: psutil.Process, cluster: Path) -> bool:
    try:
        return process.cwd() == str(cluster) and (
            process.name() == "postgres" or any("pg_ctl" in part for part in process.cmdline())
        )
    except psutil.Error:
        return False
