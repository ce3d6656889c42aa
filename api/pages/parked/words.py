"""The words of the page of what stands still."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Language, Title

TITLE: Final = Title("搁置事项", "What stands still")
READ_MODELS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "caseload": Title("办件队列", "queues"),
        "tracking": Title("进度查询", "tracking"),
        "throughput": Title("办理统计", "figures"),
        "timers": Title("期限提醒", "deadlines"),
        "windows": Title("窗口统计", "figures of windows"),
        "accesses": Title("查阅记录", "record of looks"),
        "notices": Title("通知记录", "notices"),
    }
)
WORKERS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "checker": Title("自动核查", "automatic checks"),
        "timekeeper": Title("期限处理", "deadlines that pass"),
    }
)
WHY: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "left-to-an-officer": Title("自动核查未通过，由人工办理", "left to an officer"),
        "register-away": Title("登记系统没有应答", "the register does not answer"),
    }
)
UNREADABLE: Final = Title("记录无法读取", "an event cannot be read")
FAILED: Final = Title("处理时出错", "it failed")


def of_worker(code: str, language: Language) -> str:
    return _titled(WORKERS, code, language)


def of_read_model(code: str, language: Language) -> str:
    return _titled(READ_MODELS, code, language)


def why(code: str, otherwise: Title, language: Language) -> str:
    """A reason in words. The name of an error says more to whoever mends it, and nothing else."""
    known = WHY.get(code)
    if known:
        return known.text(language)
    told = otherwise.text(language)
    return f"{told}（{code}）" if language == "zh" else f"{told} ({code})"


def _titled(titles: Mapping[str, Title], code: str, language: Language) -> str:
    title = titles.get(code)
    return title.text(language) if title else code
