"""A chart of a sample pack, for the tests that look at every one."""

import pytest

from reports.content.blocks import Sheet
from tests.made.sheets import sheet_of
from workstreams.view import Audience


@pytest.fixture
def sheet(place: int, audience: Audience, key: str) -> Sheet:
    return sheet_of(place, audience, key)
