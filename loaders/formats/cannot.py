"""Why a file cannot be read: one sentence each, which says what to do."""


class CannotRead(Exception):
    """The file cannot be read; the message is one plain sentence that says what to do."""


READABLE = (
    "an Excel workbook (.xlsx, .xlsm, .xls or .xlsb), an OpenDocument sheet (.ods), a Word "
    "document (.docx), a PDF or a .csv"
)
FRESH = "copy the table into a new workbook, save that as .xlsx and choose the new file"


def empty(name: str) -> CannotRead:
    """A file of no bytes, or of nothing but spaces."""
    return CannotRead(
        f"{name} is empty: it may not have finished copying, so save it again and choose it anew."
    )


def too_big(name: str, size: int, limit: int) -> CannotRead:
    """A file over the size limit."""
    return CannotRead(
        f"{name} is {size / 1e6:.0f} MB and the limit is {limit / 1e6:.0f} MB: remove pictures "
        "and sheets that are not needed, save it and choose it again."
    )


def locked(name: str) -> CannotRead:
    """A workbook that needs a password to open."""
    return CannotRead(
        f"{name} is protected with a password: in Excel choose File, Info, Protect Workbook, "
        "Encrypt with Password, clear the password, save it and choose it again."
    )


def lock_file(name: str) -> CannotRead:
    """The small file that Excel or Word keeps beside one that is open."""
    return CannotRead(
        f"{name} only marks that {name.removeprefix('~$')} is open on somebody's computer: choose "
        f"{name.removeprefix('~$')} itself, which stands beside it."
    )


def locked_pdf(name: str) -> CannotRead:
    """A PDF that needs a password to open."""
    return CannotRead(
        f"{name} is protected with a password: save it without one, or choose the Word or Excel "
        "file that it was made from."
    )


def damaged(name: str) -> CannotRead:
    """A file that is cut short or does not hold together."""
    if name.lower().endswith(".pdf"):
        return CannotRead(
            f"{name} is damaged or incomplete: save it as a PDF anew, or choose the Word or Excel "
            "file that it was made from."
        )
    program, form = ("Word", ".docx") if name.lower().endswith(".docx") else ("Excel", ".xlsx")
    return CannotRead(
        f"{name} is damaged or incomplete: open it in {program}, let {program} repair it, save it "
        f"as {form} and choose the saved file."
    )


def cut_short(name: str) -> CannotRead:
    """A workbook or document whose end is missing: all of them have their list of parts there."""
    return CannotRead(
        f"The end of {name} is missing, so it was not copied or downloaded as a whole: copy or "
        "download it again, and choose the new file."
    )


def google_link(name: str) -> CannotRead:
    """The small file that Google Drive keeps on a computer for a sheet of its own."""
    return CannotRead(
        f"{name} is only a link to a Google sheet: open that, choose File, Download, Microsoft "
        "Excel (.xlsx), and choose the downloaded file."
    )


def other(name: str, what: str) -> CannotRead:
    """A file of another kind: a Word document, a PDF, a picture."""
    return CannotRead(
        f"{name} is {what}: choose {READABLE}, or copy its table into a new workbook."
    )


def re_save(name: str, what: str, form: str = ".xlsx") -> CannotRead:
    """A file in a form that only the program that wrote it can turn into one that is read."""
    return CannotRead(f"{name} is {what}: open it, save or export it as {form} and choose that.")


def no_table(name: str, what: str) -> CannotRead:
    """A Word document or web page of nothing but text."""
    return CannotRead(f"{name} is a {what} without a table: choose the file that holds the plan.")


def no_ruled_table(name: str) -> CannotRead:
    """A PDF that was scanned, or whose tables have no lines to tell their cells by."""
    return CannotRead(
        f"No table with ruled lines was found in {name}, which may be a scan: choose the Word or "
        "Excel file that it was made from."
    )


def too_many_pages(name: str, pages: int, limit: int) -> CannotRead:
    """A PDF longer than any plan."""
    return CannotRead(
        f"{name} has {pages:,} pages and at most {limit} are read: save the pages that hold the "
        "plan as a PDF of their own."
    )


def unknown(name: str) -> CannotRead:
    """A file of no kind we know."""
    return CannotRead(f"{name} is not a workbook: choose {READABLE}.")


def too_many_cells(name: str, sheet: str, limit: int) -> CannotRead:
    """A sheet with more filled cells than anybody's plan."""
    where = f"the sheet “{sheet}” of {name}" if sheet else name
    return CannotRead(
        f"There are more than {limit:,} cells in {where}, more than can be read at once: "
        "keep the rows and columns that belong to the plan and choose it again."
    )


def unpacks_too_big(name: str) -> CannotRead:
    """A small file that grows beyond all measure when it is opened."""
    return CannotRead(
        f"{name} holds far more than its size says, which is not safe to open: {FRESH}."
    )


def no_sheet(name: str) -> CannotRead:
    """A workbook without a sheet of cells."""
    return CannotRead(f"{name} has no sheet with cells in it: {FRESH}.")


def too_long(name: str, seconds: float) -> CannotRead:
    """The child ran out of time."""
    return CannotRead(f"Reading {name} took longer than {seconds:.0f} seconds: {FRESH}.")


def too_much(name: str) -> CannotRead:
    """The child ran out of memory, or fell over."""
    return CannotRead(f"{name} could not be opened safely: {FRESH}.")


def no_text(name: str) -> CannotRead:
    """A PDF that is pictures of pages."""
    return CannotRead(
        f"No text was found in {name}, which may be a scan: choose the Word file that it was made "
        "from, or paste its text."
    )


def no_minutes(name: str) -> CannotRead:
    """A workbook where minutes are asked for."""
    return CannotRead(
        f"{name} is a workbook, not minutes: choose a .docx, .pdf, .txt or saved web page, or "
        "paste the text."
    )
