"""Going from page to page."""

from __future__ import annotations

import pytest

from storybank.tui.app import StorybankApp
from storybank.tui.pages import PAGES
from tests.tui.conftest import LARGE, SMALL


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_every_page_opens_by_its_digit(app: StorybankApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for number, page in enumerate(PAGES, 1):
            await pilot.press("escape", str(number))  # escape leaves a text field, where digits are text
            await pilot.pause()
            assert app.current_mode == page.mode


async def test_a_click_on_a_tab_opens_its_page(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.click("#tab-coverage")
        await pilot.pause()
        assert app.current_mode == "coverage"
