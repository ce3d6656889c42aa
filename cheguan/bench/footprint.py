"""How much memory this program and the processes it has started have taken at most."""

import os
import resource
from multiprocessing import active_children
from pathlib import Path


def peak_megabytes() -> float:
    """The sum of the peaks of each process. What they share is counted more than once."""
    processes = [os.getpid(), *(child.pid for child in active_children() if child.pid)]
    return sum(_peak(process) for process in processes)


def ended_megabytes() -> float:
    """The peak of the largest program that this one has started and that has ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _peak(process: int) -> float:
    """The peak of one program. ``getrusage`` would include the process that started it."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    peaks = [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")]
    return peaks[0]
