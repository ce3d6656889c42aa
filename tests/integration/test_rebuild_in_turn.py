"""Two people ask for the same rebuild: the second waits, if he says for how long."""

import asyncio
import io

import pytest
from rich.console import Console

from cheguan import read_models
from cheguan.registry import REGISTRY
from projections.engine import rebuild
from projections.engine.session import session
from tests.kit.served import Service


async def _asked(url: str, told: io.StringIO, wait: int) -> bool:
    out = Console(file=told, width=200)
    return await read_models.rebuild_all(url, REGISTRY, ["tracking"], 1, out, wait=wait)


async def test_a_rebuild_waits_for_another(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_models, "_AGAIN_S", 0.01)
    await service.submitted()
    await service.fold()
    told, other = io.StringIO(), await session(service.url)
    await rebuild._alone(other, "tracking")
    assert not await _asked(service.url, told, wait=0)
    assert "somebody else is rebuilding it" in told.getvalue()

    waiting = asyncio.create_task(_asked(service.url, told, wait=60))
    done, _ = await asyncio.wait({waiting}, timeout=0.2)
    assert not done
    await other.close()
    assert await waiting
    assert "same" in told.getvalue()
