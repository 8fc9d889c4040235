"""Fixtures of the tests that practise."""

from __future__ import annotations

import pytest

from tests.bank.world import World


@pytest.fixture
def world() -> World:
    return World()
