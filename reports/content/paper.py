"""What Word and PDF write: a pack, or a document that stands for itself."""

from dataclasses import dataclass
from datetime import datetime

from reports.content.blocks import Block, Pack, Picture
from workstreams.view import Audience


@dataclass(frozen=True)
class Alone:
    """A document that is no pack; what a pack says of itself is given here.

    ``what`` says what kind of document it is, ``under`` stands below its title, ``subject`` in its
    properties and ``foot`` at the foot of each page. ``about`` names what it is of and ``facts``
    what it was made from. ``known_at`` dates it: the same moment gives the same bytes.
    """

    title: str
    what: str
    council: str
    under: tuple[str, ...]
    subject: str
    foot: str
    audience: Audience
    banner: str
    known_at: datetime
    about: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The charts drawn in it, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Picture))


Paper = Pack | Alone
"""Both say the same things of themselves, by the same names."""
