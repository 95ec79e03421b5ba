"""Accounts on the command line: who is made, what they may, and what the trail tells."""

import io
from pathlib import Path

import pytest

from catalog import accounts, passwords
from catalog.opening import open_existing
from tests.operations.conftest import Result, Rujukan

PASSWORD = "kopi hujan sepeda"


@pytest.fixture
def add(rujukan: Rujukan, monkeypatch: pytest.MonkeyPatch) -> Rujukan:
    """Add an account whose password comes from standard input."""

    def call(login: str, *more: object, password: str = PASSWORD) -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\nbaris kedua\n"))
        return rujukan("user", "add", login, "--name", login.title(), "--password-stdin", "--json", *more)

    return call


def kept(tmp_path: Path, login: str) -> accounts.Account:
    return accounts.named(open_existing(tmp_path / "data"), login)


def test_the_first_admin_is_made_here_even_before_anything_is_indexed(
    add: Rujukan, rujukan: Rujukan, tmp_path: Path
) -> None:
    made = add("siti", "--admin")
    assert made.code == 0
    assert (made.doc["login"], made.doc["enabled"], made.doc["has_password"]) == ("siti", True, True)
    assert [role["role"] for role in made.doc["roles"]] == ["admin"]
    assert "argon2" not in made.out
    assert passwords.matches(kept(tmp_path, "siti").password, PASSWORD)
    assert rujukan("user", "list", "--json").doc["accounts"] == [{k: v for k, v in made.doc.items() if k != "schema"}]


def test_a_password_is_asked_for_twice_and_never_printed(
    rujukan: Rujukan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    typed = iter([PASSWORD, PASSWORD])
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: next(typed))
    made = rujukan("user", "add", "siti", "--name", "Siti", "--json")
    assert made.doc["login"] == "siti"
    assert PASSWORD not in made.out + made.err
    assert passwords.matches(kept(tmp_path, "siti").password, PASSWORD)


def test_a_password_is_no_argument(rujukan: Rujukan) -> None:
    assert rujukan("user", "add", "siti", "--name", "Siti", "--password", PASSWORD).code == 2
    assert rujukan("user", "password", "siti", PASSWORD).code == 2


def test_a_weak_password_makes_no_account(add: Rujukan, rujukan: Rujukan) -> None:
    refused = add("siti", password="pendek")
    assert (refused.code, refused.doc["error"]["code"]) == (1, "bad_password")
    assert rujukan("user", "list", "--json").doc["accounts"] == []


def test_an_account_without_a_password_can_be_given_one(
    rujukan: Rujukan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert rujukan("user", "add", "siti", "--name", "Siti", "--no-password", "--json").doc["has_password"] is False
    assert "belum ada kata sandi" in rujukan("user", "list").out
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    before = kept(tmp_path, "siti").epoch
    assert rujukan("user", "password", "siti", "--password-stdin", "--json").doc["has_password"] is True
    assert kept(tmp_path, "siti").epoch > before


def test_disabling_enabling_and_logging_out_end_sessions(add: Rujukan, rujukan: Rujukan, tmp_path: Path) -> None:
    add("siti")
    epochs = [kept(tmp_path, "siti").epoch]
    for word, enabled in (("disable", False), ("enable", True), ("logout", True)):
        assert rujukan("user", word, "siti", "--json").doc["enabled"] is enabled
        epochs.append(kept(tmp_path, "siti").epoch)
    assert epochs[0] < epochs[1] == epochs[2] < epochs[3]


def test_roles_are_given_listed_and_taken_away(add: Rujukan, rujukan: Rujukan) -> None:
    add("siti")
    acting = ("--unit", "BPAD", "--acting", "plt", "--until", "2999-12-31")
    granted = rujukan("user", "grant", "siti", "PENGESAH", *acting, "--json").doc["roles"]
    assert granted == [
        {
            **{"role": "pengesah", "unit": "BPAD", "community": None, "valid_from": None},
            **{"valid_until": "2999-12-31", "acting": "plt", "holds": True},
        }
    ]
    assert "sudah memegang" in rujukan("user", "grant", "siti", "pengesah", *acting).out
    rujukan("user", "grant", "siti", "pembaca", "--unit", "DINKES", "--until", "2001-01-01")
    listed = rujukan("user", "list").out
    assert "plt pengesah BPAD sampai 2999-12-31\n" in listed
    assert "pembaca DINKES sampai 2001-01-01 (tidak berlaku hari ini)" in listed
    assert len(rujukan("user", "revoke", "siti", "pengesah", "--unit", "BPAD", "--json").doc["roles"]) == 1
    assert (
        rujukan("user", "revoke", "siti", "pengesah", "--unit", "BPAD", "--json").doc["error"]["code"] == "not_granted"
    )


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("disable", "tidakada"), "unknown_account"),
        (("grant", "siti", "pembaca", "--unit", "MARS"), "unknown_unit"),
        (("grant", "siti", "pengesah", "--unit", "BPAD", "--acting", "plh"), "bad_value"),
        (("grant", "siti", "kurator", "--community", "CoP Mars"), "unknown_community"),
        (("transfer", "siti", "siti"), "bad_value"),
    ],
)
def test_what_cannot_be_done_is_told(add: Rujukan, rujukan: Rujukan, args: tuple[str, ...], code: str) -> None:
    add("siti")
    refused = rujukan("user", *args, "--json")
    assert (refused.code, refused.doc["error"]["code"]) == (1, code)


HEAD = "login,name,role,unit,valid_until,acting"


def test_a_file_of_people_is_rehearsed_then_taken_once(rujukan: Rujukan, tmp_path: Path) -> None:
    rujukan("init")
    file = tmp_path / "pegawai.csv"
    file.write_text(
        "\ufefflogin;name;role;unit;valid_until;acting\nsiti;Siti A.;pembaca;BPAD;;\n"
        "siti;Siti A.;Pengesah;BPAD;2999-12-31;Plt.\nbudi;Budi;;;;\n",
        encoding="utf8",
    )
    counts = {"accounts": 2, "grants": 2, "unchanged": 0, "problems": []}
    rehearsed = rujukan("user", "import", file, "--dry-run", "--json")
    assert rehearsed.doc == {"schema": 1, "taken": False, **counts}
    assert rujukan("user", "list", "--json").doc["accounts"] == []
    assert rujukan("audit", "--json").doc["entries"] == []
    assert rujukan("user", "import", file, "--json").doc == {"schema": 1, "taken": True, **counts}
    assert [a["login"] for a in rujukan("user", "list", "--json").doc["accounts"]] == ["budi", "siti"]
    again = rujukan("user", "import", file, "--json").doc
    assert (again["accounts"], again["grants"], again["unchanged"]) == (0, 0, 3)


def test_every_problem_of_a_file_is_told_by_its_line_and_nothing_is_taken(rujukan: Rujukan, tmp_path: Path) -> None:
    rujukan("init")
    rujukan("user", "add", "ada", "--name", "Ada", "--no-password")
    file = tmp_path / "pegawai.csv"
    rows = (
        *("baik,Baik,pembaca,BPAD,,", "x y,Salah,pembaca,BPAD,,", "ada,Orang Lain,,,,", "dua,Dua,raja,BPAD,,"),
        *("tiga,Tiga,pembaca,MARS,,", "empat,Empat,pengesah,BPAD,,plt", "lima,Lima,,BPAD,,", "enam,Enam"),
        *("tujuh,,pembaca,BPAD,,", "delapan,Delapan,pembaca,BPAD,besok,", "sembilan,Sembilan,pembaca,BPAD,,,lebih"),
    )
    file.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf8")
    told = rujukan("user", "import", file, "--json")
    assert told.code == 1
    assert told.doc["taken"] is False
    assert [problem["row"] for problem in told.doc["problems"]] == list(range(3, 13))
    assert [a["login"] for a in rujukan("user", "list", "--json").doc["accounts"]] == ["ada"]
    assert "baris 3: " in rujukan("user", "import", file).out


@pytest.mark.parametrize(
    "content", [b"", b"nama,peran\n", b"login,name,password\n", b"\xff\xfe\x00", b'login,name\n"a']
)
def test_a_file_that_is_no_list_of_people_adds_nobody(rujukan: Rujukan, tmp_path: Path, content: bytes) -> None:
    rujukan("init")
    file = tmp_path / "pegawai.csv"
    file.write_bytes(content)
    refused = rujukan("user", "import", file, "--json")
    assert refused.code == 1
    assert rujukan("user", "list", "--json").doc["accounts"] == []


def test_the_trail_tells_who_did_what_and_no_password(add: Rujukan, rujukan: Rujukan) -> None:
    add("siti", "--admin")
    rujukan("user", "disable", "siti")
    printed = rujukan("audit", "--json")
    entries = printed.doc["entries"]
    assert [entry["action"] for entry in entries] == ["account.disable", "role.grant", "account.add"]
    assert all(entry["actor"].startswith("cli") and entry["subject"] == "siti" for entry in entries)
    assert PASSWORD not in printed.out
    assert "argon2" not in printed.out
    assert entries[0]["hash"] in rujukan("audit").out
