"""A register elsewhere, as ``docs/register.openapi.json`` describes it, and with its troubles."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import uvicorn
from fastapi import FastAPI, Request, Response
from jsonschema import Draft202012Validator

from tests.kit.waiting import until

CONTRACT: Final = json.loads(
    (Path(__file__).parents[2] / "docs" / "register.openapi.json").read_text("utf-8")
)
TOKEN: Final = "a-token-of-the-register"


@dataclass
class StandIn:
    """``entries`` are what it answers. ``carried_out`` are changes by id, in their order.

    ``trouble`` is a status it answers with, ``slow_s`` how long it thinks, and ``garbage`` what
    it says instead. ``forgets`` it to answer once although it has carried the changes out.
    """

    entries: dict[str, Any] = field(default_factory=lambda: {"at": "2020-02-24T01:00:00Z"})
    carried_out: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    asked: list[dict[str, Any]] = field(default_factory=list)
    told: list[UUID] = field(default_factory=list)
    trouble: int | None = None
    slow_s: float = 0.0
    garbage: bytes | None = None
    forgets: bool = False
    refuses: int | None = None
    url: str = ""

    def app(self) -> FastAPI:
        app = FastAPI(openapi_url=None)

        @app.post("/register/inquiries")
        async def ask(request: Request) -> Response:
            body = await self._read(request, "Inquiry")
            if isinstance(body, Response):
                return body
            self.asked.append(body)
            answer = json.dumps(self.entries).encode()
            assert _fits("Entries", self.entries), "the stand-in itself keeps to the contract"
            return Response(self.garbage or answer, media_type="application/json")

        @app.put("/register/changes/{id}")
        async def change(id: UUID, request: Request) -> Response:
            body = await self._read(request, "OrderedChanges")
            if isinstance(body, Response):
                return body
            self.told.append(id)
            if self.refuses:
                return Response(status_code=self.refuses)
            self.carried_out.setdefault(id, body)
            if self.forgets:
                self.forgets = False
                return Response(status_code=502)
            return Response(status_code=204)

        return app

    async def _read(self, request: Request, schema: str) -> dict[str, Any] | Response:
        if request.headers.get("authorization") != f"Bearer {TOKEN}":
            return Response(status_code=401)
        await asyncio.sleep(self.slow_s)
        if self.trouble:
            return Response(status_code=self.trouble)
        body: dict[str, Any] = await request.json()
        return body if _fits(schema, body) else Response(status_code=422)


def _fits(name: str, value: Any) -> bool:
    schema = {"$ref": f"#/components/schemas/{name}", "components": CONTRACT["components"]}
    return Draft202012Validator(schema).is_valid(value)


@asynccontextmanager
async def stand_in() -> AsyncIterator[StandIn]:
    """Serves on a port of its own."""
    made = StandIn()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made.url = f"http://127.0.0.1:{listener.getsockname()[1]}/register"
        serving = uvicorn.Server(
            uvicorn.Config(made.app(), lifespan="off", log_level="warning", ws="none")
        )
        running = asyncio.create_task(serving.serve([listener]))

        async def up() -> bool:
            return serving.started

        try:
            await until(up)
            yield made
        finally:
            serving.should_exit = True
            await running
