"""The wire is tried on the event loop of production."""

from cheguan.event_loop import loop_factory


def pytest_asyncio_loop_factories() -> dict[str, object]:
    return {"of production": loop_factory()}
