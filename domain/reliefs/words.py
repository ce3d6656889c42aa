"""What people read about reliefs."""

from typing import Final

from domain.reliefs.state import ReliefsStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in ReliefsStage},
    events={
        "ReliefAnnounced": Title("已公布期限延长措施", "Relief announced"),
        "ReliefEnded": Title("已确定期限延长措施截止日", "End of the relief decided"),
    },
    fields={
        "relief": Title("期限延长措施编号", "relief"),
        "mode": Title("延期方式", "what it does"),
        "clocks": Title("适用期限", "deadlines that it moves"),
        "regions": Title("适用地区", "where it holds"),
        "announced_on": Title("公布日期", "announced on"),
        "first": Title("起始日期", "first day"),
        "last": Title("截止日期", "last day"),
        "days": Title("顺延天数", "days added"),
        "months": Title("顺延月数", "months added"),
        "revive": Title("溯及已逾期的期限", "also for deadlines that had passed"),
        "body": Title("决定机关", "decided by"),
        "document_no": Title("文号", "document number"),
        "text": Title("文件内容", "text of the document"),
        "instead_of": Title("替代的期限延长措施", "takes the place of"),
    },
    commands={
        "AnnounceRelief": Title("公布期限延长措施", "Announce a relief"),
        "EndRelief": Title("确定期限延长措施截止日", "Give a relief its last day"),
    },
    refusals={
        "clock-not-relievable": Explanation(
            Title("所选期限不能延长", "No relief reaches this deadline"),
            Title(
                "期限延长措施只能延长 choices 所列的期限，请更正。",
                "A relief moves only the deadlines under choices. Please correct the list.",
            ),
        ),
        "relief-region-unknown": Explanation(
            Title("没有该省辖市", "No such prefecture"),
            Title(
                "请从 choices 所列省辖市中选择；适用于全省的，不填地区。",
                "Choose among the prefectures under choices. Leave the list empty for the whole "
                "province.",
            ),
        ),
        "relief-incomplete": Explanation(
            Title("期限延长措施内容不完整", "The relief is not complete"),
            Title(
                "中止计算的，填写起始日期，截止日期可以暂缺；顺延固定期限的，填写起止日期，"
                "并填写天数或者月数之一。",
                "A suspension has a first day, and may lack its last. An addition has a first and "
                "a last day, and either days or months.",
            ),
        ),
        "relief-unknown": Explanation(
            Title("没有该期限延长措施", "No such relief"),
            Title(
                "请从 choices 所列期限延长措施中选择；已有截止日或者已被替代的，不能再次确定。",
                "Choose one of those under choices. One that has its end, or whose place another "
                "has taken, is not among them.",
            ),
        ),
        "relief-ends-in-the-past": Explanation(
            Title("截止日期已过", "The last day has passed"),
            Title(
                "截止日期不得早于 earliest；此前各日已经中止计算，不得追溯更改。",
                "The last day is that under earliest or a later one, because people have relied "
                "on the days that have passed.",
            ),
        ),
        "reliefs-of-another-province": Explanation(
            Title("期限延长措施由全省统一公布", "Reliefs stand in one list of the province"),
            Title(
                "请使用 province 所列省级代码提交；适用地区在请求内容中填写。",
                "Use the code under province. Where the relief holds is said in the request.",
            ),
        ),
    },
)
