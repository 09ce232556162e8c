"""Definitions: every measure, column and mark, as declared."""

from ui import definitions

definitions.show()
