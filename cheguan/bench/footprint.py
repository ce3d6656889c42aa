"""How much memory this program has taken at most, and the processes it has started with it."""

import os
from multiprocessing import active_children
from pathlib import Path


def peak_megabytes() -> float:
    """The sum of each one's peak, so what they share is counted more than once."""
    processes = [os.getpid(), *(child.pid for child in active_children() if child.pid)]
    return sum(_peak(process) for process in processes)


def _peak(process: int) -> float:
    """Of the program alone; what ``getrusage`` says includes the process it was started by."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    peaks = [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")]
    return peaks[0]
