"""The next times of cron expressions by croniter: for each line `{"cron", "zone", "after", "count"}` a list of times in UTC."""

import json
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from croniter import croniter


def firing_times(cron: str, zone: str, after: str, count: int) -> list[str]:
    """Return times in UTC to the minute."""
    times = croniter(cron, datetime.fromisoformat(after).astimezone(ZoneInfo(zone)))
    found = (times.get_next(datetime).astimezone(timezone.utc) for _ in range(count))
    return [time.strftime("%Y-%m-%d %H:%M") for time in found]


for line in sys.stdin:
    sys.stdout.write(json.dumps(firing_times(**json.loads(line))) + "\n")
