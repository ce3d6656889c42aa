"""What all runs share: the cluster, the keys of the service, a folder, a seed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.faults.cluster import Cluster, own_cluster
from tests.faults.errands import Errands
from tests.faults.nursery import Nursery

SEED: Final = 2020


@dataclass(frozen=True)
class Bench:
    """``seed`` decides every choice that is left to chance.

    ``patience`` stretches every limit of time, for a machine that is not idle.
    """

    cluster: Cluster
    folder: Path
    seed: int
    errands: Errands
    nursery: Nursery
    patience: float

    @property
    def secrets(self) -> Path:
        return self.folder / "secrets"


@contextmanager
def bench(seed: int = SEED, patience: float = 1.0) -> Iterator[Bench]:
    """Makes a bench, which is gone afterwards."""
    with TemporaryDirectory(prefix="cheguan-bench-") as name, own_cluster() as cluster:
        folder, nursery = Path(name), Nursery()
        try:
            yield Bench(cluster, folder, seed, Errands(folder / "secrets"), nursery, patience)
        finally:
            nursery.close()
