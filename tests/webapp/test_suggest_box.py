"""Suggestions in the search box, in a browser: by keyboard and pointer, told to screen readers, and not needed."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from tests.webapp.browsing import IN_A_BROWSER, served

pytestmark = IN_A_BROWSER
OPTION = "[role=option]"
CHOSEN = f"{OPTION}[aria-selected=true]"


@pytest.fixture
def page(browser: Browser, client: FlaskClient) -> Iterator[Page]:
    """The first page with "kendar" typed into its box, and the suggestions that came."""
    with served(client.application) as site:
        opened = browser.new_page(viewport={"width": 390, "height": 844}, locale="id-ID")
        opened.set_default_timeout(60_000)
        faults: list[str] = []
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        opened.goto(site)
        opened.get_by_role("combobox", name="Pertanyaan atau kata kunci").press_sequentially("kendar")
        opened.wait_for_selector(OPTION)
        yield opened
        opened.close()
        assert faults == []


def test_arrows_go_through_the_suggestions_and_enter_asks_the_one_chosen(page: Page) -> None:
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    first = page.locator(OPTION).first
    expect(first).to_contain_text("SOP Peminjaman Kendaraan Dinas")
    assert page.locator(CHOSEN).count() == 0
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_be_focused()
    box.press("ArrowUp")
    assert page.locator(CHOSEN).count() == 0
    box.press("ArrowUp")
    expect(page.locator(OPTION).last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/?q=SOP+Peminjaman+Kendaraan+Dinas*")
    expect(page.get_by_role("heading", name="SOP Peminjaman Kendaraan Dinas").first).to_be_visible()


def test_how_many_there_are_is_told_and_escape_closes_without_losing_what_was_typed(page: Page) -> None:
    box, listed = page.get_by_role("combobox"), page.locator("[role=listbox]")
    expect(page.locator(".box [role=status]")).to_contain_text("saran")
    box.press("Escape")
    expect(listed).to_be_hidden()
    expect(box).to_have_value("kendar")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_a_click_asks_the_suggestion(page: Page) -> None:
    page.locator(OPTION).first.click()
    page.wait_for_url("**/?q=SOP+Peminjaman+Kendaraan+Dinas*")


def test_enter_without_a_choice_asks_what_was_typed(page: Page) -> None:
    page.get_by_role("combobox").press("Enter")
    page.wait_for_url("**/?q=kendar&*")


def test_nothing_stands_out_of_the_screen_of_a_phone(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_without_the_script_the_box_is_a_plain_search_box(browser: Browser, client: FlaskClient) -> None:
    with served(client.application) as site:
        context = browser.new_context(java_script_enabled=False, locale="id-ID")
        opened = context.new_page()
        opened.goto(site)
        box = opened.get_by_role("searchbox", name="Pertanyaan atau kata kunci")
        box.fill("kendaraan")
        box.press("Enter")
        opened.wait_for_url("**/?q=kendaraan*")
        context.close()
