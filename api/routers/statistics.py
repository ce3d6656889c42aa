"""Throughput, for the bulletin of each prefecture and for the headquarters."""

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.permissions import public
from api.problems import Problem
from domain.offices.tree import OFFICES
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput.lines import DURATIONS, RATES, Line, summed
from projections.throughput.queries import DIMENSIONS, DayRange, everything, periods, throughput

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
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
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
    services = [service] if service else None
    async with snapshot(reading):
        lines = await throughput(reading, DayRange(since, to), dimensions, services=services)
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
    async with snapshot(reading):
        found = await periods(reading, {"": everything(desk.today)}, late_on=desk.today)
        stands = await standing(reading, "throughput")
    regions = summed(found[""], ["region"])
    stages = summed(found[""], []).get((), Line({})).stages
    return {
        "at": desk.clock(),
        "position": stands.position,
        "behind": stands.behind,
        "in_hand": sum(stages.values()),
        "late": sum(line.late for line in regions.values()),
        "stages": stages,
        "regions": [
            {
                "region": region,
                "title": OFFICES[region].title.zh,
                "in_hand": sum(regions[region,].stages.values()),
                "late": regions[region,].late,
            }
            for (region,) in sorted(regions)
        ],
    }


def shown(line: Line) -> dict[str, Any]:
    """One group: its key, counts, rates (None where there is no whole) and hours.

    ``open_rates`` are those of people who began in the period, of whom not all have come to
    their end; a bulletin leaves them out.
    """
    return {
        **line.key,
        **{name: line.counts.get(name, 0) for name in _COUNTED},
        "in_hand": line.waiting,
        "rates": {name: line.share(name) for name in RATES},
        "open_rates": [name for name in RATES if line.is_open(name)],
        "hours": {
            name: {
                f"p{round(q * 100)}": round(took.total_seconds() / 3600, 2) if took else None
                for q in (0.5, 0.9, 0.99)
                for took in (line.duration(name, q),)
            }
            for name in DURATIONS
        },
        "histograms": {
            name: dict(sorted(counts.items())) for name, counts in line.histograms.items()
        },
    }
