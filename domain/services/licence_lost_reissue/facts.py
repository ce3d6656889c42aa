"""The facts of a reissue that are stored in the clear."""

from typing import Annotated

from domain.services.licence_document.facts import LicenceDocumentFacts
from domain.services.licence_lost_reissue import words


class LicenceLostReissueFacts(
    LicenceDocumentFacts, frozen=True, kw_only=True, tag="licence_lost_reissue"
):
    """``loss_declared``: the loss was declared in the form, and not on a paper of its own."""

    loss_declared: Annotated[bool, words.LOSS_DECLARED]
