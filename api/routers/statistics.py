"""Throughput, for the bulletin of each prefecture and for the headquarters."""

from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.dependencies import Reading, TheDesk
from api.permissions import public
from api.problems import Problem
from domain.offices.tree import OFFICES
from projections.engine.standing import standing
from projections.throughput.queries import DIMENSIONS, HISTOGRAMS, RATES, Line, throughput

router = APIRouter(prefix="/statistics", tags=["statistics"], dependencies=[Depends(public())])

_LONGEST = timedelta(days=3660)
_COUNTED = (
    "submitted",
    "accepted",
    "decided",
    "completed",
    "refused",
    "not_accepted",
    "withdrawn",
    "lapsed",
    "corrected",
    "handed_over",
    "delivered",
    "returned",
    "reposted",
    "picked_up",
)


@router.get("/throughput", operation_id="throughput", summary="Sums, rates and durations")
async def by_period(
    desk: TheDesk,
    reading: Reading,
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
    by: Annotated[str, Query(max_length=60, description=f"any of {', '.join(DIMENSIONS)}")] = "",
    service: str | None = None,
) -> dict[str, Any]:
    """From ``from`` to ``to``, both included; the last 30 days when they are left out."""
    to = last or desk.today
    since = first or to - timedelta(days=29)
    if since > to or to - since > _LONGEST:
        raise Problem("period-invalid", 422)
    dimensions = [name for name in by.split(",") if name]
    if not set(dimensions) <= set(DIMENSIONS) or len(set(dimensions)) < len(dimensions):
        raise Problem("dimension-unknown", 422, members={"dimensions": list(DIMENSIONS)})
    if service is not None and service not in desk.catalogue:
        raise Problem("not-found", 404)
    lines = await throughput(
        reading, since, to, dimensions, services=[service] if service else None
    )
    stands = await standing(reading, "throughput")
    return {
        "from": since,
        "to": to,
        "by": dimensions,
        "position": stands.position,
        "groups": [shown(line) for line in lines],
    }


@router.get("/now", operation_id="statisticsNow", summary="What is in hand and what is late")
async def now(desk: TheDesk, reading: Reading) -> dict[str, Any]:
    """By region and by stage, over everything ever submitted."""
    lines = await throughput(
        reading, date(2000, 1, 1), date(2100, 1, 1), ["region"], late_on=desk.today
    )
    stages: dict[str, int] = {}
    for line in lines:
        for stage, count in line.stages.items():
            stages[stage] = stages.get(stage, 0) + count
    stands = await standing(reading, "throughput")
    return {
        "at": desk.clock(),
        "position": stands.position,
        "behind": stands.behind,
        "in_hand": sum(stages.values()),
        "late": sum(line.late for line in lines),
        "stages": stages,
        "regions": [
            {
                "region": line.key["region"],
                "title": OFFICES[line.key["region"]].title.zh,
                "in_hand": line.open,
                "late": line.late,
            }
            for line in lines
        ],
    }


def shown(line: Line) -> dict[str, Any]:
    """One group: its key, counts, rates (None where there is no whole) and hours."""
    return {
        **line.key,
        **{name: line.counts.get(name, 0) for name in _COUNTED},
        "in_hand": line.open,
        "rates": {name: line.share(*whole) for name, whole in RATES.items()},
        "hours": {
            name: {
                f"p{round(q * 100)}": round(took.total_seconds() / 3600, 2) if took else None
                for q in (0.5, 0.9, 0.99)
                for took in (line.duration(name, q),)
            }
            for name in HISTOGRAMS
        },
        "histograms": {
            name: dict(sorted(counts.items())) for name, counts in line.histograms.items()
        },
    }
