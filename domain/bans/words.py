"""What people read for a ban."""

from typing import Final

from domain.bans.state import BanStage
from domain.titles import Title
from domain.wording import Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in BanStage},
    events={
        "BanImposed": Title("限制网上预选号牌", "Barred from choosing online"),
        "BanLifted": Title("解除网上预选限制", "Ban lifted"),
    },
    fields={
        "case": Title("案件", "case"),
        "ground": Title("限制原因", "ground"),
        "imposed_on": Title("限制起始日", "imposed on"),
        "barred_until": Title("限制截止日", "barred until"),
        "office": Title("办理机关", "office"),
        "officer": Title("经办工号", "officer"),
    },
    commands={
        "ImposeBan": Title("限制网上预选号牌", "Bar from choosing online"),
        "LiftBan": Title("解除网上预选限制", "Lift the ban"),
    },
)
