"""Upload: choose a file, see how it is read and what it changes, accept it or undo."""

from ui.upload import page

page.show()
