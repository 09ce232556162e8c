"""Several files as one, the same bytes each time."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def zipped(files: Mapping[str, bytes], at: datetime) -> bytes:
    """A zip of the files by name, each dated ``at`` whenever it is made."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, at.second))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return made.getvalue()
