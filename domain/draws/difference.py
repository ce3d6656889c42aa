"""In what a published draw differs from what was committed to and drawn."""

from typing import Final, NamedTuple

from domain.choice import Choice


class DifferenceKind(Choice):
    """What is wrong, in the words of whoever reads what came of a verification."""

    UNREADABLE = "unreadable", "该行不可读或被改动", "the line is not as it was written"
    NO_HEAD = "no_head", "文件没有首行", "the file has no first line that says what it is"
    NO_END = "no_end", "文件不完整", "the file does not come to its end"
    DIGEST = "digest", "文件摘要不符", "the digest of the file is another one"
    OUT_OF_PLACE = "out_of_place", "该行位置不当", "the line does not belong here"
    OTHER_DAYS = "other_days", "不在文件所述范围内", "it is not of the days and prefectures told"
    TWICE = "twice", "重复出现", "it stands twice"
    AFTER_THE_FILE = "after_the_file", "晚于文件生成时间", "it is later than the file itself"
    SEED = "seed", "种子与承诺值不符", "the seed is not that of the commitment"
    SEED_AGAIN = "seed_again", "种子重复使用", "the seed is that of another draw"
    NOT_REVEALED = "not_revealed", "逾期未公开种子", "the day is over, and the seed is not told"
    REVEALED_EARLY = "revealed_early", "种子提前公开", "the seed was told before the day was over"
    OPENED_EARLY = "opened_early", "承诺前已开始抽取", "numbers were drawn before the commitment"
    OTHER_COMMITMENT = (
        "other_commitment",
        "承诺值与事先公布的不同",
        "the commitment is not the one that was published before",
    )
    NOT_PUBLISHED = (
        "not_published",
        "事先未公布承诺值",
        "the commitment was not published when it says",
    )
    WITHDRAWN = (
        "withdrawn",
        "事先公布的承诺值已不存在",
        "a commitment that was published before is gone",
    )
    NO_SEED = "no_seed", "没有已公开的种子", "there is no revealed seed from which it was drawn"
    NUMBERS = "numbers", "号码与种子不符", "the numbers are not those that follow from the seed"
    SERIES = (
        "series",
        "号段无效或同一会话内不一致",
        "no session draws from such a series, or from two",
    )
    SEQUENCE = "sequence", "批次不连续", "the batches do not count up one by one"
    TIME = "time", "抽取时间不符", "it was not drawn at such a time"
    TOO_FEW = "too_few", "提供的号码少于应有数量", "more numbers could have been offered"
    PLACES = "places", "跳过的序位不符", "the places passed over cannot be"


class DrawDifference(NamedTuple):
    """In line ``line`` of the file, from 1. ``about`` names the draw, the session or the batch."""

    line: int
    kind: DifferenceKind
    about: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.about}: {self.kind.en}"


NOTHING: Final = "file"
"""What a difference is about that is of the file as a whole."""
