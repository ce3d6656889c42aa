"""What people read for a draw."""

from typing import Final

from domain.draws.state import DrawStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in DrawStage},
    events={
        "DrawCommitted": Title("已公布随机种子承诺值", "Committed to the seed of the day"),
        "DrawRevealed": Title("已公开随机种子", "Seed of the day revealed"),
    },
    fields={
        "region": Title("省辖市", "prefecture"),
        "day": Title("选号日期", "day of the draw"),
        "commitment": Title("承诺值", "commitment"),
        "opens_at": Title("开始抽取时间", "numbers are drawn from"),
        "sealed": Title("加密保存的内容", "sealed parts"),
        "seed": Title("随机种子", "seed"),
    },
    commands={
        "CommitDraw": Title("公布随机种子承诺值", "Commit to the seed of the day"),
        "RevealDraw": Title("公开随机种子", "Reveal the seed of the day"),
    },
    refusals={
        "draw-day-over": Explanation(
            Title("选号日期已过", "The day of the draw is over"),
            Title(
                "承诺值须在选号当日结束前公布。",
                "A commitment is published before the day of the draw is over.",
            ),
        ),
        "draw-not-over": Explanation(
            Title("选号日期尚未结束", "The day of the draw is not over"),
            Title(
                "当日仍在按该种子抽取号码，over_at 之后方可公开。",
                "Numbers are still drawn from this seed. It is revealed after over_at.",
            ),
        ),
        "seed-does-not-match": Explanation(
            Title("种子与承诺值不符", "The seed is not that of the commitment"),
            Title(
                "公开的种子须与事先公布的承诺值一致。",
                "Only the seed to which the office is bound can be revealed.",
            ),
        ),
    },
)
