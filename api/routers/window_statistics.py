"""What the decisions about windows have come to: regions by step, open offices, cases held."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, TypedDict, cast

import msgspec
from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.cached import cached
from api.dependencies import TheDesk, read_connection
from api.openapi.operation import answered
from api.openapi.schemas import schema_of
from api.permissions import public
from domain.offices.tree import REGIONS
from domain.prefectures.summary import RegionSummary
from projections.caseload.window_holds import window_holds
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput.definitions.all_definitions import OF_WINDOWS
from projections.windows.figures import summaries, window_line

router = APIRouter(prefix="/statistics", tags=["statistics"], dependencies=[Depends(public())])

_FRESH_S: Final = 60
"""A cache may tell for so long what it was told."""


class OpenOffices(TypedDict):
    kind: str
    open: int
    all: int


class RegionWindows(TypedDict):
    """``step`` is null where nothing was ever suspended."""

    region: str
    step: str | None
    offices: list[OpenOffices]
    held: int
    released: int


class DecisionCases(TypedDict):
    """``resting`` are those of the cases held that are not released yet."""

    decision: str
    region: str
    held: int
    released: int
    resting: int


class WindowFigures(TypedDict):
    """Under the codes of ``/statistics/definitions``. Steps, kinds of office and clocks have their
    codes, and ``none`` stands where nothing was ever suspended.
    """

    regions_by_step: dict[str, int]
    open_offices: dict[str, float]
    window_held: int
    window_released: int
    relief_moved: dict[str, int]
    licences_kept: int


class WindowStatistics(TypedDict):
    """``steps`` counts regions by step, and ``none`` those where nothing was ever suspended."""

    on: date
    position: int
    steps: dict[str, int]
    offices: list[OpenOffices]
    regions: list[RegionWindows]
    decisions: list[DecisionCases]
    figures: WindowFigures


@router.get(
    "/windows",
    operation_id="windowStatistics",
    summary="Windows and the cases they hold",
    openapi_extra=answered(schema_of(WindowStatistics), headers=("ETag", "Cache-Control")),
)
async def windows(desk: TheDesk) -> Response:
    """Regions by step, open offices by kind, and the cases that each decision held and released.

    A case counts as often as a decision held it, and is released by its end too. The figures of
    regions add up to those of the province, and those of decisions to those of their regions.
    """
    async with read_connection(desk) as reading, snapshot(reading):
        holds = await window_holds(reading)
        found = await summaries(reading, desk.today)
        line = await window_line(reading, desk.today)
        stands = await standing(reading, "caseload")
    decisions: list[DecisionCases] = [
        {
            "decision": each.decision,
            "region": each.decision.partition("-")[0],
            "held": each.held,
            "released": each.released,
            "resting": each.held - each.released,
        }
        for each in holds
    ]
    regions = [_region(code, found[code], decisions) for code in REGIONS]
    content: WindowStatistics = {
        "on": desk.today,
        "position": stands.position,
        "steps": dict(Counter(region["step"] or "none" for region in regions)),
        "offices": _summed(office for region in regions for office in region["offices"]),
        "regions": regions,
        "decisions": decisions,
        "figures": cast(WindowFigures, {code: made.of(line) for code, made in OF_WINDOWS.items()}),
    }
    return cached(msgspec.json.encode(content), seconds=_FRESH_S)


def _region(code: str, found: RegionSummary, decisions: Sequence[DecisionCases]) -> RegionWindows:
    ours = [each for each in decisions if each["region"] == code]
    return {
        "region": code,
        "step": found.step,
        "offices": [
            {"kind": kind, "open": each.open, "all": each.all}
            for kind, each in found.offices.items()
        ],
        "held": sum(each["held"] for each in ours),
        "released": sum(each["released"] for each in ours),
    }


def _summed(offices: Iterable[OpenOffices]) -> list[OpenOffices]:
    every: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    for each in offices:
        every[each["kind"]] += each["all"]
        opened[each["kind"]] += each["open"]
    return [{"kind": kind, "open": opened[kind], "all": every[kind]} for kind in sorted(every)]
