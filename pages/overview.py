"""Overview: what moved since the committee last met, and where each part of the plan stands."""

from ui.overview import page

page.show()
