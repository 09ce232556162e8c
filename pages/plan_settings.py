"""Plan settings: what the plan is called, meetings, targets, thresholds, key, owners and log."""

from ui import settings_page

settings_page.show()
