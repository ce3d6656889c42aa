"""The one table: figure, ours, peer, ratio, bar, met or missed."""

from collections.abc import Iterator

import msgspec

from cheguan.bench.report import Limit, Ratio, Report


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line. ``lowest`` and ``highest`` are ratios of single rounds.

    ``verdict`` is ``met`` or ``MISSED``, ``VOID`` for a run whose checks broke, or empty for
    a ratio that is there for comparison.
    """

    figure: str
    ours: str
    ours_name: str = ""
    peer: str = ""
    peer_name: str = ""
    ratio: float | None = None
    lowest: float | None = None
    highest: float | None = None
    bar: str = ""
    verdict: str


def lines(report: Report) -> Iterator[Line]:
    """The lines of one report: its ratios, then its limits."""
    figure = report.figure.partition(":")[0]
    for ratio in report.ratios:
        yield Line(
            figure=figure,
            ours=f"{ratio.ours.rate:,.0f} {ratio.ours.unit}/s",
            ours_name=ratio.ours.name,
            peer=f"{ratio.peer.rate:,.0f}",
            peer_name=ratio.peer.name,
            ratio=ratio.value,
            lowest=min(ratio.values),
            highest=max(ratio.values),
            bar="" if ratio.bar is None else f"≥ {ratio.bar:g} ×",
            verdict=_verdict(report, ratio),
        )
    for limit in report.limits:
        yield Line(
            figure=f"{figure}: {limit.name}",
            ours=f"{limit.value:,.{0 if limit.value >= 100 else 1}f} {limit.unit}",
            bar=f"{'≥' if limit.at_least else '≤'} {limit.bar:,g} {limit.unit}",
            verdict=_verdict(report, limit),
        )


def _verdict(report: Report, figure: Ratio | Limit) -> str:
    if figure.bar is None:
        return ""
    if not report.is_valid:
        return "VOID"
    return "met" if figure.met else "MISSED"
