"""Definitions: every measure, column and mark, as declared."""

from ui.definitions import page

page.show()
