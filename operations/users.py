"""The commands `user`: accounts, their passwords and their roles. A password is never an argument."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from catalog import accounts, grants, passwords, people_file
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.grants import ACTING, ROLES, Grant
from catalog.opening import create
from operations import printing
from operations.session import Session, actor

EXIT_PROBLEMS = 1
_JSON = click.option("--json", "as_json", is_flag=True)
_LOGIN = click.argument("login")
_STDIN = click.option("--password-stdin", is_flag=True, help="Read the password from the first line of standard input.")
_PLACE = (
    click.option("--unit", help="Code of the unit at which the role holds."),
    click.option("--community", help="Name of the community in which the role holds."),
)
_ROLE = click.argument("role", type=click.Choice(ROLES, case_sensitive=False))


@click.group("user")
def user_command() -> None:
    """Look after accounts and their roles; the first one ends `serve --as`."""


@user_command.command("add")
@_LOGIN
@click.option("--name", required=True, help="The name to show, with the post if wanted.")
@click.option("--admin", is_flag=True, help="Also give the role admin.")
@click.option("--no-password", is_flag=True, help="Nobody can log in until `user password`.")
@_STDIN
@_JSON
@click.pass_obj
def add_command(session: Session, /, login: str, *, name: str, as_json: bool, **given: bool) -> None:
    """Make an account."""
    if given["no_password"] and given["password_stdin"]:
        raise click.UsageError("--no-password dan --password-stdin tidak dapat dipakai bersama; pilih salah satu.")
    accounts.check_login(login)
    password = None if given["no_password"] else _asked(from_stdin=given["password_stdin"])
    catalog = create(session.data)
    with catalog.writing():
        account = accounts.add(catalog, login, name, password, by=actor())
        if given["admin"]:
            grants.add(catalog, account.login, Grant("admin"), by=actor())
    _tell(catalog, account, f"Akun {account.login} dibuat.", as_json=as_json)


@user_command.command("password")
@_LOGIN
@_STDIN
@_JSON
@click.pass_obj
def password_command(session: Session, login: str, *, password_stdin: bool, as_json: bool) -> None:
    """Give an account a new password; its sessions end at once."""
    catalog = session.open()
    accounts.named(catalog, login)
    account = accounts.set_password(catalog, login, _asked(from_stdin=password_stdin), by=actor())
    _tell(catalog, account, f"Kata sandi {account.login} diganti; semua sesinya berakhir.", as_json=as_json)


def _steer(name: str, change: Callable[..., Account], told: str, help_text: str) -> None:
    """Make the command `user NAME LOGIN`; `told` is its sentence for people."""

    @user_command.command(name, help=help_text)
    @_LOGIN
    @_JSON
    @click.pass_obj
    def command(session: Session, login: str, *, as_json: bool) -> None:
        catalog = session.open()
        account = change(catalog, login, by=actor())
        _tell(catalog, account, told.format(login=account.login), as_json=as_json)


_steer("disable", accounts.disable, "Akun {login} dinonaktifkan; semua sesinya berakhir.", "Refuse an account at once.")
_steer("enable", accounts.enable, "Akun {login} aktif lagi.", "Let a disabled account be used again.")
_steer("logout", accounts.end_sessions, "Semua sesi {login} berakhir.", "End every session of an account.")


def _at_place(command: Callable[..., None]) -> Callable[..., None]:
    for flag in reversed(_PLACE):
        command = flag(command)
    return command


@user_command.command("grant")
@_LOGIN
@_ROLE
@_at_place
@click.option("--from", "valid_from", metavar="YYYY-MM-DD", help="First day on which the role holds.")
@click.option("--until", "valid_until", metavar="YYYY-MM-DD", help="Last day on which the role holds.")
@click.option("--acting", type=click.Choice(ACTING, case_sensitive=False), help="For an acting head; needs --until.")
@_JSON
@click.pass_obj
def grant_command(session: Session, /, login: str, role: str, *, as_json: bool, **given: str | None) -> None:
    """Give an account a role, at a unit or in a community."""
    catalog = session.open()
    new = grants.add(catalog, login, Grant(role, **given), by=actor())
    account = accounts.named(catalog, login)
    told = f"{account.login} kini {role}." if new else f"{account.login} sudah memegang peran itu."
    _tell(catalog, account, told, as_json=as_json)


@user_command.command("revoke")
@_LOGIN
@_ROLE
@_at_place
@_JSON
@click.pass_obj
def revoke_command(
    session: Session, /, login: str, role: str, *, unit: str | None, community: str | None, as_json: bool
) -> None:
    """Take a role at a unit, or in a community, away; for one over the whole service name neither."""
    catalog = session.open()
    grants.revoke(catalog, login, role, unit, community, by=actor())
    account = accounts.named(catalog, login)
    _tell(catalog, account, f"{account.login} bukan {role} lagi.", as_json=as_json)


@user_command.command("transfer")
@click.argument("old")
@click.argument("new")
@_JSON
@click.pass_obj
def transfer_command(session: Session, old: str, new: str, *, as_json: bool) -> None:
    """Give all assets that the account OLD owns to the account NEW."""
    moved = accounts.transfer(session.open(), old, new, by=actor())
    document = {"schema": 1, "from": old, "to": new, "assets": moved}
    printing.either(document, lambda told: f"{told['assets']} aset kini milik {told['to']}.", as_json=as_json)


@user_command.command("list")
@_JSON
@click.pass_obj
def list_command(session: Session, *, as_json: bool) -> None:
    """List the accounts with their roles."""
    catalog = session.open()
    told = [document(catalog, account) for account in accounts.listing(catalog)]
    if as_json:
        printing.document({"schema": 1, "accounts": told})
        return
    for account in told:
        state = "" if account["enabled"] else " (nonaktif)"
        state += "" if account["has_password"] else " (belum ada kata sandi)"
        click.echo(f"{account['login']}: {account['name']}{state}")
        for role in account["roles"]:
            click.echo(f"   {_role(role)}")
    if not told:
        click.echo("Belum ada akun. Buat yang pertama dengan `rujukan user add NAMA --name “…” --admin`.")


@user_command.command("import")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--dry-run", is_flag=True, help="Only say what would be added, and every problem by its line.")
@_JSON
@click.pass_obj
def import_command(session: Session, file: Path, *, dry_run: bool, as_json: bool) -> None:
    """Add accounts and roles from a CSV file; a row with a problem, and nothing of the file is taken."""
    report = people_file.take(session.open(), file, by=actor(), rehearse=dry_run)
    problems = [{"row": row, "message": message} for row, message in report.problems]
    taken = not dry_run and not problems
    counts = {"accounts": report.accounts, "grants": report.grants, "unchanged": report.unchanged}
    if as_json:
        printing.document({"schema": 1, "taken": taken, **counts, "problems": problems})
    else:
        _print_import(report, taken=taken)
    sys.exit(EXIT_PROBLEMS if problems else 0)


def _print_import(report: people_file.Report, *, taken: bool) -> None:
    for row, message in report.problems:
        click.echo(f"baris {row}: {message}")
    if report.problems:
        click.echo(f"{len(report.problems)} baris bermasalah; tidak ada yang diubah. Perbaiki lalu ulangi.")
        return
    verb = "dibuat" if taken else "akan dibuat"
    click.echo(f"{report.accounts} akun dan {report.grants} peran {verb}; {report.unchanged} baris sudah ada.")


def document(catalog: Catalog, account: Account) -> dict[str, Any]:
    """Return an account as JSON, its roles with whether they hold today; never its hash."""
    today = date.today()
    return {
        "login": account.login,
        "name": account.name,
        "enabled": account.enabled,
        "has_password": account.password is not None,
        "created": _utc(account.created),
        "disabled": _utc(account.disabled_at),
        "roles": [vars(grant) | {"holds": grant.holds(today)} for grant in grants.of(catalog, account.id)],
    }


def _tell(catalog: Catalog, account: Account, sentence: str, *, as_json: bool) -> None:
    printing.either({"schema": 1, **document(catalog, account)}, lambda _: sentence, as_json=as_json)


def _role(role: dict[str, Any]) -> str:
    where = " ".join(filter(None, (role["unit"], role["community"])))
    first, last = role["valid_from"], role["valid_until"]
    days = (f"mulai {first}" if first else "", f"sampai {last}" if last else "")
    said = (role["acting"], role["role"], where, *days, "" if role["holds"] else "(tidak berlaku hari ini)")
    return " ".join(filter(None, said))


def _asked(*, from_stdin: bool) -> str:
    """Return a password typed twice, or the first line of standard input."""
    if from_stdin:
        return sys.stdin.readline(passwords.LONGEST + 2).rstrip("\r\n")
    return str(click.prompt("Kata sandi baru", hide_input=True, confirmation_prompt="Ulangi", err=True))


def _utc(at: int | None) -> str | None:
    return None if at is None else datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
