"""Actions: the finding, the figures, the charts and the records."""

from ui import workstream_page

workstream_page.show("actions")
