"""The closed lists of grounds that events and commands of this chapter carry."""

from domain.choice import Choice


class OldDocument(Choice):
    """What became of the document that is replaced (124 art. 44)."""

    RETURNED = "returned", "已交回", "handed in"
    LOST = "lost", "声明遗失", "declared lost"
