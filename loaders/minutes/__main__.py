"""What minutes ask for, without storing anything: ``python -m loaders.minutes FILE [--json]``."""

import argparse
import json
import sys
from pathlib import Path

from loaders.formats.cannot import CannotRead
from loaders.minutes import safely
from loaders.minutes.items import Item, Minutes
from loaders.terminal import plain_words


@plain_words()
def main(arguments: list[str] | None = None) -> int:
    """Reads one file and prints its items. Comes out: 0 when it was read, 2 when it cannot be."""
    parser = argparse.ArgumentParser(prog="python -m loaders.minutes", description=__doc__)
    parser.add_argument("file", help="minutes as .txt, .docx, .pdf or a saved web page")
    parser.add_argument("--json", action="store_true", help="print it for a program to read")
    options = parser.parse_args(arguments)
    path = Path(options.file)
    try:
        minutes = safely.read(path.read_bytes(), path.name)
    except OSError as error:
        print(
            f"{path.name} cannot be opened: {(error.strerror or 'unknown').lower()}.",
            file=sys.stderr,
        )
        return 2
    except CannotRead as reason:
        print(reason, file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(as_json(minutes), indent=1, ensure_ascii=False))
    else:
        print("\n".join(as_text(minutes)))
    return 0


def as_json(minutes: Minutes) -> dict[str, object]:
    """The minutes as plain data; what the text does not say is null."""
    return {
        "meeting_date": minutes.meeting_date.isoformat() if minutes.meeting_date else None,
        "committee": minutes.committee or None,
        "items": [
            {
                "kind": item.kind,
                "text": item.text,
                "label": item.label or None,
                "owner": item.owner or None,
                "due": item.due or None,
                "due_date": item.due_date.isoformat() if item.due_date else None,
                "line": item.line,
            }
            for item in minutes.items
        ],
    }


def as_text(minutes: Minutes) -> list[str]:
    """The minutes in lines for a person."""
    when = f"{minutes.meeting_date:%d/%m/%Y}" if minutes.meeting_date else "on no day that is said"
    head = f"{minutes.committee or 'No committee is named'}, meeting {when}"
    return (
        [head, "", *(_line(item) for item in minutes.items)]
        if minutes.items
        else [head, "", "Nothing to follow up was found."]
    )


def _line(item: Item) -> str:
    about = [f"by {item.owner}"] if item.owner else []
    about += [f"due “{item.due}”"] if item.due else []
    told = f" ({'; '.join(about)})" if about else ""
    return f"line {item.line}: {item.kind}: {' '.join([item.label, item.text]).strip()}{told}"


if __name__ == "__main__":
    sys.exit(main())
