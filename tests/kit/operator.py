"""Runs ``cheguan store`` as an operator does."""

import os
import subprocess
import sys
from pathlib import Path


def store_command(url: str, folder: Path, *arguments: str) -> tuple[int, str]:
    """Returns exit code and output. What is known of the store lies in ``folder / "known"``."""
    done = subprocess.run(
        [sys.executable, "-m", "cheguan", "store", *arguments],
        env=os.environ | {"DATABASE_URL": url, "CHEGUAN_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr
