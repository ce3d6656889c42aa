"""The application behind whatever stands in front of it."""

from typing import Any

from fastapi import FastAPI


def application_in(outer: Any) -> FastAPI:
    """Goes from each layer to the one behind it."""
    while not isinstance(outer, FastAPI):
        outer = outer.app
    return outer
