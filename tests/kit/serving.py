"""The server that serves in earnest, in this process, on ports that the system chooses."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from cheguan.compose import desk
from cheguan.listeners import listen
from cheguan.registry import REGISTRY
from cheguan.server import serve_until, server
from cheguan.settings import Settings
from tests.kit.waiting import until


@asynccontextmanager
async def serving(url: str, folder: Path, **given: Any) -> AsyncIterator[tuple[int, int]]:
    """Gives the ports of the public and of the operators, once it is ready."""
    folders = {"secrets_dir": folder / "secrets", "known_dir": folder / "known"}
    settings = Settings.model_validate({"port": 0, "demo": True, **folders, **given})
    stop, listeners = asyncio.Event(), listen(settings)
    public, operators = (each.getsockname()[1] for each in listeners)
    made = server(settings, REGISTRY, lambda: desk(settings, url))
    running = asyncio.create_task(serve_until(stop, made, listeners))

    async def ready() -> bool:
        try:
            async with httpx.AsyncClient() as http:
                answer = await http.get(f"http://127.0.0.1:{operators}/health/ready")
        except httpx.TransportError:
            return False
        return answer.status_code == 200

    try:
        await until(ready)
        yield public, operators
    finally:
        stop.set()
        await running
