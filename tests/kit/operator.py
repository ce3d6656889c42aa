"""Runs ``cheguan`` as an operator does."""

import os
import subprocess
import sys
from pathlib import Path


def store_command(url: str, folder: Path, *arguments: str) -> tuple[int, str]:
    """Runs ``cheguan store``."""
    return command(url, folder, "store", *arguments)


def command(url: str, folder: Path, *arguments: str) -> tuple[int, str]:
    """Returns exit code and output. What the installation has of its own lies in ``folder``."""
    done = subprocess.run(
        [sys.executable, "-m", "cheguan", *arguments],
        env=os.environ | {"DATABASE_URL": url, "CHEGUAN_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr
