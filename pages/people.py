"""People: who may do what, kept by an administrator."""

from ui import people

people.show()
