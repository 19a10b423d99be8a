"""What the clockwork does for cases: dates worked out again, reminders queued, young people who come of age.

Each job takes `now`, may come late or twice, and never does a thing twice. `evenhand tick` calls them.
"""

from .coming_of_age import come_of_age
from .redating import redate
from .reminding import remind

__all__ = ["come_of_age", "redate", "remind"]
