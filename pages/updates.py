"""Updates: ask owners what has been done, and take in what they send back."""

from ui.updates import page

page.show()
