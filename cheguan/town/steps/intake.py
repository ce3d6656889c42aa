"""Up to acceptance: payment, the first look, corrections, the green channel."""

from datetime import date, datetime, timedelta
from typing import Final

from cheguan.town import officers
from cheguan.town.applications import another_address, digest_of
from cheguan.town.plans import Fate
from cheguan.town.register import agrees
from cheguan.town.script import Scene, Script
from cheguan.town.steps import review
from cheguan.town.steps.deadlines import let_pass
from domain.by_itself import CHECKER
