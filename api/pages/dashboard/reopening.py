"""The figures of the reopening: windows, held cases, deadlines, green channel and channels."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from api.pages.dashboard.figure_blocks import FigureBlock, FigurePart
from api.pages.kit.viewer import Viewer
from domain.case.grounds import GreenKind
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.offices.office import OfficeKind
from domain.prefectures.step import Step
from domain.services.catalogue import Catalogue
from domain.services.choices import Channel
from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.all_definitions import OF_A_PERIOD, OF_WINDOWS
from projections.throughput.definitions.windows import (
    AT_STEP,
    HELD,
    KEPT,
    MOVED,
    OFFICES,
    OPEN,
    RELEASED,
)
from projections.throughput.lines import Line, summed
from projections.windows.figures import NEVER_SUSPENDED

_NOT_SUSPENDED: Final = Title("未暂停", "not suspended")
_STEPS: Final[Mapping[str, Title]] = {
    **{step: step.words for step in Step},
    NEVER_SUSPENDED: _NOT_SUSPENDED,
}
GREEN: Final = frozenset(f"{measures.GREEN}:{kind}" for kind in GreenKind)
CHANNELS: Final = frozenset(f"{Stage.COMPLETED}:{channel}" for channel in Channel)
"""The sums since 3 February of which the blocks are made."""


def reopening(
    stands: Line, since: Sequence[Line], green: Sequence[Line], viewer: Viewer, catalogue: Catalogue
) -> list[FigureBlock]:
    """The blocks, of the province as it ``stands`` and of what happened ``since`` a day.

    ``green`` are the lines of Zhengzhou's green channel by service.
    """
    return [
        *_of_windows(stands, viewer),
        _green(green, viewer, catalogue),
        _channels(since, viewer),
    ]


def _of_windows(line: Line, viewer: Viewer) -> Iterable[FigureBlock]:
    text = viewer.language
    at_step, moved = line.by_kind(AT_STEP), line.by_kind(MOVED)
    opened, every = line.by_kind(OPEN), line.by_kind(OFFICES)
    held, released = line.counts.get(HELD, 0), line.counts.get(RELEASED, 0)
    yield _block(
        "regions_by_step",
        [
            FigurePart(words.text(text), at_step[step])
            for step, words in _STEPS.items()
            if step in at_step
        ],
        viewer,
    )
    yield _block(
        "open_offices",
        [FigurePart(k.text(text), opened.get(k, 0), every[k]) for k in OfficeKind if k in every],
        viewer,
    )
    yield _block(
        "window_held",
        [
            FigurePart(viewer.say("累计暂缓", "Held in all"), held),
            FigurePart(viewer.say("已解除或者已终结", "Released or ended"), released),
            FigurePart(viewer.say("仍在暂缓", "Held still"), held - released),
        ],
        viewer,
    )
    yield _block(
        "relief_moved",
        [FigurePart(Clock(clock).words.text(text), count) for clock, count in moved.items()],
        viewer,
    )
    yield _block(
        "licences_kept",
        [FigurePart(viewer.say("驾驶证", "Licences"), line.counts.get(KEPT, 0))],
        viewer,
    )


def _green(lines: Sequence[Line], viewer: Viewer, catalogue: Catalogue) -> FigureBlock:
    """What Zhengzhou has let through its green channel, by service."""
    ours = {line.key["service"]: sum(line.by_kind(measures.GREEN).values()) for line in lines}
    parts = [
        FigurePart(service.title.text(viewer.language), ours[code])
        for code, service in catalogue.items()
        if ours.get(code)
    ]
    title = viewer.say("郑州绿色通道", "Zhengzhou's green channel")
    meaning = OF_A_PERIOD["green_count"].counts.text(viewer.language)
    return FigureBlock("green_count", title, meaning, parts, since=True)


def _channels(lines: Sequence[Line], viewer: Viewer) -> FigureBlock:
    done = summed(lines, []).get((), Line({})).by_kind(Stage.COMPLETED)
    whole = sum(done.values())
    parts = [FigurePart(c.text(viewer.language), done[c], whole) for c in Channel if c in done]
    definition = OF_A_PERIOD["channel_share"]
    title, meaning = (each.text(viewer.language) for each in (definition.title, definition.counts))
    return FigureBlock("channel_share", title, meaning, parts, shares=True, since=True)


def _block(code: str, parts: list[FigurePart], viewer: Viewer) -> FigureBlock:
    definition, language = OF_WINDOWS[code], viewer.language
    return FigureBlock(
        code, definition.title.text(language), definition.counts.text(language), parts
    )
