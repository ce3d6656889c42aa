"""Several API processes on one port: one that is killed comes back, and all end together."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import psutil

from tests.kit.waiting import until

ROOT = Path(__file__).resolve().parents[2]


@asynccontextmanager
async def _fleet(
    database_url: str, folder: Path, port: int, operators: int
) -> AsyncIterator[psutil.Popen]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("CHEGUAN_")}
    process = psutil.Popen(
        [sys.executable, "-m", "cheguan", "serve", "--processes", "2"],
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": database_url,
            "CHEGUAN_DATA": str(folder),
            "CHEGUAN_DEMO": "1",
            "CHEGUAN_PORT": str(port),
            "CHEGUAN_OPERATORS_PORT": str(operators),
        },
    )
    try:
        yield process
    finally:
        if process.is_running():
            for child in process.children():
                child.kill()
            process.kill()
            await asyncio.to_thread(process.wait)


async def test_one_that_is_killed_is_started_again_and_all_end_together(
    database_url: str, tmp_path: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    operators = port + 1_000 if port < 60_000 else port - 1_000
    async with _fleet(database_url, tmp_path, port, operators) as process:

        async def answered() -> bool:
            """On a connection of its own, which the kernel gives to either process."""
            try:
                async with httpx.AsyncClient(timeout=60) as http:
                    answer = await http.get(f"http://127.0.0.1:{port}/health/ready")
            except httpx.TransportError:
                return False
            return answer.status_code == 200

        await until(answered, 60)
        async with httpx.AsyncClient(timeout=60) as http:
            for number in range(2):
                each = f"http://127.0.0.1:{operators + number}/metrics"
                assert (await http.get(each)).status_code == 200
        first = {child.pid for child in process.children()}
        assert len(first) == 2
        killed = min(first)
        os.kill(killed, signal.SIGKILL)

        async def both_again() -> bool:
            now = {child.pid for child in process.children()} - {killed}
            return len(now) == 2

        await until(both_again, 60)
        # Connections that were given to the killed one's socket wait for the next.
        assert all([await answered() for _ in range(20)])
        left = {child.pid for child in process.children()}
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 30) == 0
        assert not [pid for pid in left if psutil.pid_exists(pid)]
