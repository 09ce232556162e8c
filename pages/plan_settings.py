"""Plan settings: what the plan is called, its meetings, targets, key, owners, events and log."""

from ui import settings_page

settings_page.show()
