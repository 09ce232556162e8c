"""A fresh store for a test: on SQLite, and on PostgreSQL too when TEST_DATABASE_URL is set."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.database.engine import open_store, usable

SERVER = os.environ.get("TEST_DATABASE_URL", "")


@pytest.fixture(params=["sqlite", *(["postgresql"] if SERVER else [])])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    if request.param == "sqlite":
        engine = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
        yield engine
        engine.dispose()
        return
    # Each test has a schema to itself, so that tests never meet what others left.
    schema = f"test_{uuid.uuid4().hex}"
    server = sa.create_engine(usable(SERVER))
    with server.begin() as connection:
        connection.execute(sa.schema.CreateSchema(schema))
    engine = open_store(f"{SERVER}{'&' if '?' in SERVER else '?'}options=-csearch_path%3D{schema}")
    yield engine
    engine.dispose()
    with server.begin() as connection:
        connection.execute(sa.schema.DropSchema(schema, cascade=True))
    server.dispose()
