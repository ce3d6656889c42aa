"""What a demo says when it is up: where it is, and what to try."""

from datetime import datetime

from rich.console import Console

from cheguan.settings import Settings
from cheguan.token import demo_token
from domain.calendar import local_day
from domain.people import Role


def welcome(out: Console, settings: Settings, now: datetime) -> None:
    """Says it. ``now`` is what the clock of the town shows."""
    base = settings.local_address
    say = out.print
    token = demo_token(settings.secrets_dir, Role.APPLICANT, subject="reader")
    today = f"{local_day(now):%-d %B %Y}"
    say(f"\n车管 Cheguan is up. In the town it is {today}.\n\n  {base}/\n")
    for page in ("track", "dashboard", "audit", "services", "docs"):
        say(f"  {base}/{page}")
    say(f"\nFor operators: http://{settings.operators_host}:{settings.operators_at}/health/ready")
    say("\nThree lines to try:\n", highlight=False)
    for line in (
        f"curl -s {base}/api/v1/statistics/now",
        f"curl -s {base}/api/v1/services/plate_reissue",
        f"curl -s {base}/services/plate_reissue/example.json | "
        f"curl -s {base}/api/v1/applications -H 'Content-Type: application/json' "
        f"-H \"Idempotency-Key: $(date +%s)\" -H 'Authorization: Bearer {token}' -d @-",
    ):
        say(f"  {line}", highlight=False, soft_wrap=True, markup=False)
    say("\nCtrl-C stops everything, the database too.")
