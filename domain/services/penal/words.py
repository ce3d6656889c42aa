"""The words of what a driver answers to the facts of a violation."""

from typing import Final

from domain.titles import Title

ACCEPT_FACTS: Final = Title("对违法事实无异议", "facts accepted")
ELECTRONIC_SERVICE: Final = Title("同意电子送达处罚决定书", "decision may be served electronically")
