"""Fixtures shared by every test, and the two switches: --slow and --rewrite-gold."""

from __future__ import annotations

from pathlib import Path

import pytest

GOLD = Path(__file__).parent / "gold"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="also run tests marked slow")
    parser.addoption("--rewrite-gold", action="store_true", help="rewrite tests/gold, then review")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="needs --slow"))


class Gold:
    """Compare text with a file of tests/gold, or rewrite the file when asked to."""

    def __init__(self, *, rewrite: bool) -> None:
        self.rewrite = rewrite

    def check(self, name: str, text: str) -> None:
        path = GOLD / name
        if self.rewrite:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


@pytest.fixture
def gold(request: pytest.FixtureRequest) -> Gold:
    return Gold(rewrite=bool(request.config.getoption("--rewrite-gold")))
