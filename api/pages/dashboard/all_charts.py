"""All charts of the dashboard, in their order."""

from collections.abc import Callable, Mapping
from typing import Final

from api.language import Language
from api.pages.dashboard.charted import Charted
from api.pages.dashboard.dashboard_chart import DashboardChart
from api.pages.dashboard.day_charts import backlog, flow, online
from api.pages.dashboard.period_charts import channels, post
from api.pages.dashboard.present_charts import ages, hours, stages, steps
from api.pages.dashboard.reason_charts import corrections, green, refusals, returns
from api.pages.dashboard.speed_charts import durations, first_pass, on_time

CHARTS: Final[Mapping[str, Callable[[Charted, Language], DashboardChart]]] = {
    "flow": flow,
    "backlog": backlog,
    "hours": hours,
    "stages": stages,
    "ages": ages,
    "steps": steps,
    "on_time": on_time,
    "durations": durations,
    "first_pass": first_pass,
    "post": post,
    "channels": channels,
    "online": online,
    "green": green,
    "refusals": refusals,
    "corrections": corrections,
    "returns": returns,
}
"""Each by the name of its file."""


def all_charts(found: Charted, language: Language) -> list[DashboardChart]:
    return [each(found, language) for each in CHARTS.values()]
