"""The addresses of the cases behind the figures, for whoever may see them."""

from collections.abc import Callable

from api.pages.dashboard.concerns import ALL
from api.pages.dashboard.sight import LeaderSight, offices_at


def listing(sight: LeaderSight) -> Callable[..., str | None]:
    """A function from what is counted, and where, to the list of it, if he may see it."""

    def cases(
        what: str,
        *,
        region: str | None = None,
        office: str | None = None,
        service: str | None = None,
        stage: str | None = None,
        age: str | None = None,
    ) -> str | None:
        return sight.list_of(
            offices_at(region, office),
            what=None if what == ALL else what,
            region=region,
            office=office,
            service=service,
            stage=stage,
            age=age,
        )

    return cases
