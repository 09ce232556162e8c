"""Upload: choose a file, see how it is read and what it changes, accept it or undo."""

from ui import upload_page

upload_page.show()
