"""How the workbooks that we write look."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

INK = "1F2937"
HEADING = PatternFill("solid", fgColor="12436D")
OPTIONAL = PatternFill("solid", fgColor="3D6E99")
PALE = PatternFill("solid", fgColor="EEF3F8")
ERROR = PatternFill("solid", fgColor="F4CCCC")
WARNING = PatternFill("solid", fgColor="FFE8B3")
NOTE = PatternFill("solid", fgColor="DCE9F5")
ON_DARK = Font(name="Arial", size=11, bold=True, color="FFFFFF")
TITLE = Font(name="Arial", size=16, bold=True, color="12436D")
BOLD = Font(name="Arial", size=11, bold=True, color=INK)
LINK = Font(name="Arial", size=11, bold=True, underline="single", color="1D70B8")
TEXT = Font(name="Arial", size=11, color=INK)
QUIET = Font(name="Arial", size=11, italic=True, color="595959")
WRAP = Alignment(wrap_text=True, vertical="top")
MIDDLE = Alignment(wrap_text=True, vertical="center")
_THIN = Side(style="thin", color="BFC8D2")
LINE = Border(top=_THIN, bottom=_THIN, left=_THIN, right=_THIN)


def printable(sheet: Worksheet, heading_rows: str = "1:1") -> None:
    """Landscape on A4, as wide as the page, the headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = heading_rows
