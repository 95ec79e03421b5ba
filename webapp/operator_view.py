"""What the operator's pages share: who acts, which part of a long list is shown, and the words that every page uses."""

from flask import render_template, request

from catalog.errors import NotFoundError
from webapp import job_words, labels, moments
from webapp.place import whole
from webapp.service import asking

PER_PAGE = 25


def operator() -> str:
    """Return the login name of whoever acts."""
    account = asking().account
    if account is None:
        raise NotFoundError
    return account.login


def first_of_page() -> tuple[int, int]:
    """Return the number of the page that the URL names, and how many rows come before it."""
    number = whole(request.args.get("hal")) or 1
    return number, (number - 1) * PER_PAGE


def last_page(count: int) -> int:
    """Return the number of the last page of a list."""
    return max(1, -(-count // PER_PAGE))


def page(template: str, **values: object) -> str:
    """Return a page with the words of these pages at hand."""
    return render_template(template, labels=labels, words=job_words, moments=moments, **values)
