"""Every sentence that an officer may meet in place of a file's tables, in full."""

import inspect

import pytest

from loaders.formats import cannot, limits
from loaders.formats.workbook import CannotRead, grids
from tests.made import workbooks

FRESH = "copy the table into a new workbook, save that as .xlsx and choose the new file."
READABLE = (
    "choose an Excel workbook (.xlsx, .xlsm, .xls or .xlsb), an OpenDocument sheet (.ods), a Word "
    "document (.docx), a PDF or a .csv"
)
SENTENCES = {
    cannot.empty("plan.xlsx"): "plan.xlsx is empty: it may not have finished copying, so save it "
    "again and choose it anew.",
    cannot.too_big("plan.xlsx", 31_400_000, 25_000_000): "plan.xlsx is 31 MB and the limit is "
    "25 MB: remove pictures and sheets that are not needed, save it and choose it again.",
    cannot.locked("plan.xlsx"): "plan.xlsx is protected with a password: in Excel choose File, "
    "Info, Protect Workbook, Encrypt with Password, clear the password, save it and choose it "
    "again.",
    cannot.lock_file("~$plan.xlsx"): "~$plan.xlsx only marks that plan.xlsx is open on somebody's "
    "computer: choose plan.xlsx itself, which stands beside it.",
    cannot.cut_short("plan.xlsx"): "The end of plan.xlsx is missing, so it was not copied or "
    "downloaded as a whole: copy or download it again, and choose the new file.",
    cannot.google_link("plan.gsheet"): "plan.gsheet is only a link to a Google sheet: open that, "
    "choose File, Download, Microsoft Excel (.xlsx), and choose the downloaded file.",
    cannot.damaged("plan.xlsx"): "plan.xlsx is damaged or incomplete: open it in Excel, let Excel "
    "repair it, save it as .xlsx and choose the saved file.",
    cannot.other("plan.png", "a picture"): f"plan.png is a picture: {READABLE}, or "
    "copy its table into a new workbook.",
    cannot.damaged("plan.docx"): "plan.docx is damaged or incomplete: open it in Word, let Word "
    "repair it, save it as .docx and choose the saved file.",
    cannot.damaged("plan.pdf"): "plan.pdf is damaged or incomplete: save it as a PDF anew, or "
    "choose the Word or Excel file that it was made from.",
    cannot.locked_pdf("plan.pdf"): "plan.pdf is protected with a password: save it without one, or "
    "choose the Word or Excel file that it was made from.",
    cannot.no_table("plan.docx", "Word document"): "plan.docx is a Word document without a table: "
    "choose the file that holds the plan.",
    cannot.no_ruled_table("plan.pdf"): "No table with ruled lines was found in plan.pdf, which may "
    "be a scan: choose the Word or Excel file that it was made from.",
    cannot.no_text("minutes.pdf"): "No text was found in minutes.pdf, which may be a scan: choose "
    "the Word file that it was made from, or paste its text.",
    cannot.no_minutes("plan.xlsx"): "plan.xlsx is a workbook, not minutes: choose a .docx, .pdf, "
    ".txt or saved web page, or paste the text.",
    cannot.too_many_pages("plan.pdf", 1200, 100): "plan.pdf has 1,200 pages and at most 100 are "
    "read: save the pages that hold the plan as a PDF of their own.",
    cannot.re_save("plan.doc", "an old Word document", ".docx"): "plan.doc is an old Word "
    "document: open it, save or export it as .docx and choose that.",
    cannot.re_save("plan.numbers", "a Numbers spreadsheet"): "plan.numbers is a Numbers "
    "spreadsheet: open it, save or export it as .xlsx and choose that.",
    cannot.unknown("plan.xyz"): f"plan.xyz is not a workbook: {READABLE}.",
    cannot.too_many_cells("plan.xlsx", "Log", 3_000_000): "There are more than 3,000,000 cells in "
    "the sheet “Log” of plan.xlsx, more than can be read at once: keep the rows and columns that "
    "belong to the plan and choose it again.",
    cannot.too_many_cells("plan.csv", "", 3_000_000): "There are more than 3,000,000 cells in "
    "plan.csv, more than can be read at once: keep the rows and columns that belong to the plan "
    "and choose it again.",
    cannot.unpacks_too_big("plan.xlsx"): "plan.xlsx holds far more than its size says, which is "
    f"not safe to open: {FRESH}",
    cannot.no_sheet("plan.xlsx"): f"plan.xlsx has no sheet with cells in it: {FRESH}",
    cannot.too_long("plan.xlsx", 17.0): f"Reading plan.xlsx took longer than 17 seconds: {FRESH}",
    cannot.too_much("plan.xlsx"): f"plan.xlsx could not be opened safely: {FRESH}",
}


def test_each_refusal_reads_as_it_should() -> None:
    for refusal, sentence in SENTENCES.items():
        assert str(refusal) == sentence


def test_no_refusal_is_missing_from_the_list_above() -> None:
    made = {name for name, _ in inspect.getmembers(cannot, inspect.isfunction)}
    source = inspect.getsource(inspect.getmodule(test_each_refusal_reads_as_it_should))
    assert [name for name in made if f"cannot.{name}(" not in source] == []


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LOCKED_ODS = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": "<m:file-entry><m:encryption-data/></m:file-entry>",
    "content.xml": "x",
}
REFUSED = {
    "empty": (b"", "plan.xlsx is empty"),
    "only spaces": (b" \n\n", "plan.xlsx is empty"),
    "cut short": (workbooks.of_rows()[:3000], "The end of plan.xlsx is missing"),
    "cut short .xls": (OLE[:300], "plan.xlsx is damaged or incomplete"),
    "noise": (bytes(range(256)) * 20, "plan.xlsx is damaged or incomplete"),
    "password": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "plan.xlsx is protected with a password: in Excel choose File, Info, Protect Workbook, "
        "Encrypt with Password, clear the password",
    ),
    "password .ods": (workbooks.zipped(LOCKED_ODS), "plan.xlsx is protected with a password"),
    "Word": (workbooks.zipped({"word/document.xml": "x"}), "plan.xlsx is damaged or incomplete"),
    "old Word": (OLE + "WordDocument".encode("utf-16-le"), "plan.xlsx is an old Word document"),
    "slides": (workbooks.zipped({"ppt/p.xml": "x"}), "plan.xlsx is a PowerPoint presentation"),
    "folder": (workbooks.zipped({"plan.txt": "x"}), "plan.xlsx is a compressed folder"),
    "Numbers": (
        workbooks.zipped({"Index/Document.iwa": "x"}),
        "plan.xlsx is a Numbers spreadsheet: open it, save or export it as .xlsx",
    ),
    "PDF": (b"%PDF-1.7 ...", "plan.xlsx is damaged or incomplete"),
    "picture": (b"\x89PNG\r\n\x1a\n0000", "plan.xlsx is a picture"),
    "web page": (b"<html><p>Sign in</p></html>", "plan.xlsx is a web page without a table"),
    "a bomb": (
        workbooks.zipped({"xl/workbook.xml": b"0" * (limits.MAX_UNPACKED + 1)}),
        "plan.xlsx holds far more than its size says",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_read_gives_one_sentence_that_says_what_to_do(case: str) -> None:
    data, sentence = REFUSED[case]
    with pytest.raises(CannotRead) as refusal:
        grids(data, "plan.xlsx")
    message = str(refusal.value)
    assert message.startswith(sentence)
    assert message.endswith(".")
    assert "\n" not in message


def test_a_file_over_the_limit_is_refused_by_its_size(monkeypatch) -> None:
    monkeypatch.setattr("loaders.formats.sniff.MAX_BYTES", 2_000_000)
    with pytest.raises(CannotRead, match="is 3 MB and the limit is 2 MB: remove pictures"):
        grids(b"a" * 3_000_000, "plan.csv")
