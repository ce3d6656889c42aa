"""By which channel cases came."""

from typing import Final

from domain.case.stage import Stage
from domain.services.choices import ONLINE
from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import DAILY, Definition, Unit
from projections.throughput.definitions.making import Count, Share, ShareByKind

_ALL_CHANNELS: Final = tuple(name for name in DAILY if name != "channel")
ONLINE_TOTAL: Final = Count(tuple(f"{measures.ACCEPTED}:{each}" for each in sorted(ONLINE)))

CHANNELS: Final = (
    Definition(
        "online_total_since",
        Title("在线办理累计", "Online in total"),
        Title(
            "自起算日起经网页和手机客户端申请并已受理的累计件数，起算日为所问期间的首日。",
            "Counts the cases from the website and the app that were accepted since the first day"
            " of the period.",
        ),
        made=ONLINE_TOTAL,
    ),
    Definition(
        "channel_share",
        Title("渠道占比", "Share of a channel"),
        Title(
            "各渠道的办结件数占同类业务全部办结件数的比例。",
            "Divides the cases completed by each channel by all that were completed of the same"
            " services.",
        ),
        Unit.SHARE,
        dimensions=_ALL_CHANNELS,
        made=ShareByKind(Stage.COMPLETED),
    ),
    Definition(
        "online_rate",
        Title("网办率", "Online rate"),
        Title(
            "网页和手机客户端的办结件数占全部办结件数的比例。",
            "Divides the cases completed by website and app by all that were completed.",
        ),
        Unit.SHARE,
        dimensions=_ALL_CHANNELS,
        made=Share(
            tuple(f"{Stage.COMPLETED}:{channel}" for channel in sorted(ONLINE)),
            (Stage.COMPLETED,),
        ),
    ),
)
