"""The committee pack from the command line.

python -m reports --plan NAME --meeting DATE --audience public|members --out FOLDER
                  [--only word,pdf,pictures,excel,html,brief,phone,slide,deck,summary] [--zip]
                  [--parts summary,since,…]
                  [--template FILE.docx|FILE.dotx] [--fresh] [--reason WHY] [--known-at MOMENT]
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reports.forms import FORMS, browser_for, in_one, wanted, written
from reports.meeting import ANEW, NothingToReport, fix, pack_for, reports
from reports.pack import PARTS
from reports.pdf import fonts
from reports.pictures import drawn
from reports.word.refused import NotATemplate
from reports.word.template import usable
from store.commands import day, moment, run, the_plan
from store.database.engine import open_store
from workstreams.wording import counted


def main(words: Sequence[str] | None = None) -> int:
    """Make the pack and say where; 0 when done, 2 with one line on standard error when not."""
    return run(lambda: _make(_parser().parse_args(words)), NothingToReport, NotATemplate)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m reports", description="A committee pack.")
    parser.add_argument("--plan", required=True, help="the plan's name")
    parser.add_argument("--meeting", required=True, type=day, help="its date: 2022-11-22")
    parser.add_argument("--audience", choices=["public", "members"], default="public")
    parser.add_argument("--out", required=True, type=Path, help="the folder to put it in")
    parser.add_argument("--only", type=_some(FORMS), default=FORMS, help=", ".join(FORMS))
    parser.add_argument("--parts", type=_some(PARTS), default=PARTS, help=", ".join(PARTS))
    parser.add_argument("--template", type=Path, help="a council's Word template: .docx or .dotx")
    parser.add_argument(
        "--fresh", action="store_true", help="from what is known now, not as first made"
    )
    parser.add_argument("--reason", default=ANEW, help="why it is made afresh; the pack says it")
    parser.add_argument("--zip", action="store_true", help="everything in one zip")
    parser.add_argument("--known-at", type=moment, help="as a pack says it was made from")
    return parser


def _make(given: argparse.Namespace) -> None:
    engine = open_store()
    plan_id = the_plan(engine, given.plan).id
    template = usable(given.template.read_bytes()) if given.template else b""
    # Asked for before anything is fixed, so that a meeting with nothing to report fixes nothing.
    reports(engine, plan_id, given.meeting, given.known_at)
    known_at = given.known_at or fix(
        engine, plan_id, given.meeting, fresh=given.fresh, reason=given.reason
    )
    with browser_for(given.only) as browser:
        pack = pack_for(
            engine, plan_id, given.meeting, given.audience, parts=given.parts, known_at=known_at
        )
        charts = wanted(pack, given.only)
        drawings = drawn(charts, lambda share, doing: _told(share * 0.9, doing), browser)
    made = written(pack, given.only, drawings, template=template, progress=_told)
    if given.zip:
        made = dict([in_one(pack, made)])
    for name, data in made.items():
        path = given.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    made_at = f"{known_at:%Y-%m-%d %H:%M}"
    print(f"{counted(len(made), 'file')} in {given.out}, made from what was known at {made_at}.")
    if drawings.missing:
        print(f"No pictures. {drawings.missing}")
    if {"brief", "pdf"} & set(given.only) and fonts.warning():
        print(fonts.warning())


def _told(share: float, doing: str) -> None:
    print(f"{share:4.0%}  {doing}", file=sys.stderr)


def _some(choices: Sequence[str]) -> Callable[[str], list[str]]:
    """A reader of words with commas between, each one of the choices."""

    def read(text: str) -> list[str]:
        words = [word.strip() for word in text.split(",") if word.strip()]
        for word in words:
            if word not in choices:
                raise argparse.ArgumentTypeError(f"“{word}” is not one of {', '.join(choices)}")
        return words

    return read


if __name__ == "__main__":
    sys.exit(main())
