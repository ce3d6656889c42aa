"""A file of decisions to begin with, as the help and docs/whatif.md show it."""

from typing import Final

EXAMPLE: Final = """\
# 洛阳提前一周恢复车管所窗口业务，其后仅实施到第二步。
# Luoyang opens its vehicle office a week earlier, and goes as far as the second step.

[[decision]]
command = "SuspendWindows"
region = "410300"
effective_on = 2020-01-24

[[decision]]
command = "ClassifyPrefecture"
region = "410300"
region_class = 2
effective_on = 2020-02-17

[[decision]]
command = "TakeStep"
region = "410300"
step = "first"
effective_on = 2020-02-17

[[decision]]
command = "TakeStep"
region = "410300"
step = "second"
effective_on = 2020-03-04
grounds = { reason = "支持复工复产，逐步恢复线下车驾管业务。" }
"""
