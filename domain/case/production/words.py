"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "ProductionOrdered": Title("开始制作牌证", "Production started"),
        "DocumentProduced": Title("牌证制作完成", "Plates or document made"),
        "OldPlateReturned": Title("旧牌证已交回", "Old plate or document handed in"),
        "LossDeclared": Title("已声明遗失，原牌证作废", "Loss declared; the old one is void"),
        "CaseClosed": Title("业务办结", "Case completed"),
    }
)
OF_DOCUMENT: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "ProductionOrdered": Title("开始制作{document}", "Production started: {document}"),
        "DocumentProduced": Title("{document}制作完成", "Made: {document}"),
        "OldPlateReturned": Title("旧{document}已交回", "Old {document} handed in"),
        "LossDeclared": Title(
            "已声明遗失，原{document}作废", "Loss declared, which voids the old {document}"
        ),
    }
)
"""The same events where it is known what the service hands out."""
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "blank": Title("空白牌证种类", "kind of blank"),
        "document_no": Title("证芯编号", "serial of the blank"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "OrderProduction": Title("开始制证", "Order production"),
        "RecordProduction": Title("登记制证完成", "Record production"),
        "SettleOldDocument": Title("处理旧牌证", "Settle the old document"),
        "CloseCase": Title("办结", "Complete the case"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "old-document-open": Explanation(
            Title("旧牌证未处理", "The old document is not settled"),
            Title(
                "请先登记旧牌证收回或者声明遗失。",
                "Record the old document as returned or declared lost first.",
            ),
        ),
        "fee-open": Explanation(
            Title("费用未结清", "The fee is open"),
            Title("请先收取所欠费用再办结。", "Collect what is owed before closing the case."),
        ),
    }
)
