"""Commands of this chapter."""

from typing import Annotated

import msgspec

from domain.case.production.reasons import OldDocument
from domain.case.vocabulary import CaseCommand
from domain.spelling import AS_NUMBER


class OrderProduction(CaseCommand, frozen=True, kw_only=True):
    """Have the plates or the document made."""


class RecordProduction(CaseCommand, frozen=True, kw_only=True):
    document_no: Annotated[str, msgspec.Meta(pattern=r"^[A-Z0-9]{6,20}$"), AS_NUMBER]


class SettleOldDocument(CaseCommand, frozen=True, kw_only=True):
    how: OldDocument


class CloseCase(CaseCommand, frozen=True, kw_only=True):
    """Close a delivered case once the old document and the fee are settled."""
