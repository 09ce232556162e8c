"""Human Rights Act cases: the finding, the figures, the charts and the records."""

from ui import workstream_page

workstream_page.show("hra_cases")
