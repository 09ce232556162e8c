"""Search: actions, updates, recommendations, notes and definitions."""

from ui.search import page

page.show()
