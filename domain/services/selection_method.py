"""How a plate number is chosen."""

from domain.choice import Choice


class SelectionMethod(Choice):
    """Numbers are drawn for the owner, or he composes one (124 art. 36)."""

    RANDOM = "random", "随机选取", "drawn at random"
    SELF_COMPOSED = "self_composed", "自编自选", "composed by the owner"
