"""How much of a file is read: an officer's plan is far below each of these."""

MAX_BYTES = 25_000_000
"""The size of a file, as ``server.maxUploadSize``."""
MAX_UNPACKED = 400_000_000
"""The size of a workbook's parts together, once unpacked."""
MAX_PART = 50_000_000
"""The size of a part that is parsed as a whole: styles, theme, list of sheets."""
MAX_PARTS = 10_000
MAX_CELLS = 3_000_000
"""Rows times columns of a sheet, and of all sheets together: calamine takes 24 bytes for each."""
MAX_COLUMNS = 500
"""Columns of a sheet: a Gantt chart of a year by days has four hundred."""
MAX_LOOKS = 200_000
"""Cells of a sheet whose fill, weight or strike-through is kept."""
FAR_ROWS = 1_000
FAR_COLUMNS = 200
"""An empty stretch as long as this parts a stray cell from the table, where a sheet is too big."""
MAX_PAGES = 100
"""Pages of a PDF: finding the lines of one takes a tenth of a second and more."""
