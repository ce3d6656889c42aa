"""``python -m tests.fuzz --minutes 10``: all that the description allows, as every role."""

import argparse
import tempfile
from pathlib import Path

from rich.console import Console

from cheguan.embedded import embedded_postgres
from cheguan.migrate import migrate_all
from cheguan.registry import REGISTRY
from tests.fuzz.office import fuzzed
from tests.fuzz.passes import passes

out = Console(highlight=False, markup=False)


def main() -> int:
    """Returns 0 if no answer was a 5xx, of an undescribed status, or off its schema."""
    parser = argparse.ArgumentParser("python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="cheguan-fuzz-") as name:
        folder = Path(name)
        with embedded_postgres(folder / "server") as url:
            migrate_all(url, url, REGISTRY.projections)
            with fuzzed(url, folder / "secrets") as office:
                for each in passes(office, folder, asked.minutes * 60, asked.seed):
                    out.print(f"{each.role}: {'FAILED' if each.failed else 'nothing found'}")
                    if each.failed:
                        failed += 1
                        out.print(each.failed)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
