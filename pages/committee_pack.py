"""Committee pack: everything that goes to one meeting, made, looked at and taken."""

from ui.pack import page

page.show()
