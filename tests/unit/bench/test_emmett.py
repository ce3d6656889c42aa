"""Where emmett cannot be had, the run says why and goes on."""

from pathlib import Path

import pytest

from cheguan.bench.emmett import Emmett, NotInstalled
from cheguan.bench.scratch import Scratch


@pytest.fixture
def base(tmp_path: Path) -> Scratch:
    return Scratch(tmp_path, "postgresql://nobody@localhost/nowhere")


def program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_a_machine_without_node_is_told_so(base: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(base.folder))
    with pytest.raises(NotInstalled, match="node and npm are not installed"):
        Emmett(base, {})


def test_a_registry_out_of_reach_is_told(base: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    program(base.folder, "node", "exit 0")
    program(base.folder, "npm", "echo 'network unreachable' >&2; exit 1")
    monkeypatch.setenv("PATH", str(base.folder))
    with pytest.raises(NotInstalled, match="is the registry reachable"):
        Emmett(base, {})
