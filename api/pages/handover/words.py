"""The words of the pages on which parcels are handed over."""

from typing import Final

from domain.titles import Title

TITLE: Final = Title("邮件交接", "Handing over parcels")
UNREADABLE: Final = Title(
    "无法识别。请先扫描标签上的查询码，再扫描邮件号码（13位）。",
    "This cannot be read. Scan the reference on the label, and then the item number.",
)
NOT_HERE: Final = Title(
    "没有查到此件，或者不属于本单位办理。请核对标签。",
    "There is no such parcel at this office. Please look at the label.",
)
HANDED_BEFORE: Final = Title(
    "查询码{reference}的邮件已经交寄，邮件号码{item}，无须再次扫描。",
    "{reference} was handed over before, under {item}, and need not be scanned again.",
)
NUMBER_USED: Final = Title(
    "{item}是刚才扫描过的邮件号码，已用于查询码{reference}的邮件。请扫描下一件标签上的查询码。",
    "{item} was scanned before: it is the number of {reference}. Scan the label of the next one.",
)
NUMBER_FIRST: Final = Title(
    "{item}是邮件号码。请先扫描标签上的查询码，再扫描邮件号码。",
    "{item} is an item number. Scan the reference on the label before it.",
)
SAME_LABEL: Final = Title(
    "同一张标签扫描了两次。请扫描邮件号码。",
    "The same label was scanned twice. Scan the item number now.",
)
NOT_TO_POST: Final = Title(
    "查询码{reference}的业务现在处于“{stage}”环节，没有待交寄的邮件，请退回经办人员。",
    "{reference} is at “{stage}” and nothing of it waits for the carrier. Give it back to whoever"
    " handles it.",
)
KEPT_OUT: Final = Title(
    "您受理了此件或者与此件有关，不得查看收件地址，请由其他人员打印",
    "You accepted it, or it is your own, so another officer prints its label",
)
GONE: Final = Title("收件信息无法读取", "The address cannot be read")
NONE_CHOSEN: Final = Title("请选择要打印标签的邮件。", "Choose the parcels whose labels you need.")
