"""Runs of schemathesis over the description, one after the other for every role."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from domain.people import Role
from tests.fuzz.office import Fuzzed

ROLES: Final = tuple(role for role in Role if role is not Role.SYSTEM)
CHECKS: Final = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_headers_conformance,response_schema_conformance"
)
_HOOKS: Final = "tests.fuzz.hooks"


class Pass(NamedTuple):
    """What came of one role. ``failed`` is what schemathesis printed, if anything was wrong."""

    role: Role
    failed: str | None


def passes(
    office: Fuzzed,
    folder: Path,
    seconds: float,
    seed: int = 1,
    *,
    roles: Sequence[Role] = ROLES,
    phases: str = "examples,coverage,fuzzing",
) -> Iterator[Pass]:
    """Gives each role its share of the time. Half of the requests are about a case there is."""
    known = folder / "schemathesis.toml"
    known.write_text(
        f'[parameters]\n"path.case" = ["{office.case}", "0197e1a2-5b3c-7d4e-8f60-718293a4b5c6"]\n',
        encoding="utf-8",
    )
    for role in roles:
        yield Pass(role, _run(office, role, known, seconds / len(roles), seed, phases))


def _run(
    office: Fuzzed, role: Role, config: Path, seconds: float, seed: int, phases: str
) -> str | None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(config)),
            *("run", f"{office.address}/openapi.json", "--url", office.address),
            *("--header", f"Authorization: Bearer {office.token(role)}"),
            *("--checks", CHECKS, "--phases", phases, "--mode", "all"),
            *("--max-time", f"{seconds:.0f}", "--seed", str(seed), "--continue-on-failure"),
            *("--suppress-health-check", "all", "--warnings", "off", "--no-color"),
            *("--generation-database", "none", "--max-examples", "100000"),
        ],
        env={**os.environ, "SCHEMATHESIS_HOOKS": _HOOKS},
        capture_output=True,
        text=True,
        timeout=seconds * 3 + 120,
        check=False,
    )
    return None if done.returncode == 0 else done.stdout + done.stderr
