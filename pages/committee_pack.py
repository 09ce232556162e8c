"""Committee pack: everything that goes to one meeting, made, looked at and taken."""

from ui import pack_page

pack_page.show()
