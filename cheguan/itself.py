"""Starts this program again, in a process of its own."""

import os
import sys


def again(module: str, *arguments: str) -> tuple[str, ...]:
    """The command that runs a module of this program.

    It never looks in the working folder, where other programs may have an ``api`` of their own.
    """
    return (sys.executable, "-P", "-m", module, *arguments)


def same_files() -> dict[str, str]:
    """The variables with which the process finds the very files that this one runs."""
    return {"PYTHONPATH": os.pathsep.join(sys.path)}
