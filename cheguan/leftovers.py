"""Ends what a killed owner has left running on a data directory."""

import signal
from pathlib import Path

import psutil

from cheguan.postgres_programs import STOP_WITHIN


def end_leftovers(cluster: Path) -> None:
    """Stops the server of this directory, and the process that was to stop it.

    Both work in the directory itself. That tells them from a process that was given an old
    number. The caller owns the directory, so the number on file is stale.
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
