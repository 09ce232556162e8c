"""Definitions: every measure, column and mark, as declared."""

from ui import definitions
from ui.shell.frame import open_page

definitions.show(open_page("Definitions"))
