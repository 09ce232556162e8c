"""Plan settings: what the plan is called, meetings, targets, thresholds, key, owners and log."""

from ui.settings import page

page.show()
