import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from catalog import accounts, grants
from catalog.grants import Grant
from catalog.opening import create, open_existing
from operations.cli import rujukan
from operations.notices import tell_beside
from operations.session import Session
from programme.messages import mailing, notices
from tests.catalog import making
from tests.programme.mail_server import started


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalog whose one asset is due today, and a curator with an address."""
    with closing(create(tmp_path / "data")) as catalog:
        made = making.asset(catalog)
        catalog.db.execute("UPDATE asset SET unit = 'BPAD', review_on = ?", [date.today().isoformat()])
        catalog.db.execute("UPDATE version SET status = 'disahkan' WHERE asset = ?", [made])
        accounts.add(catalog, "kurator", "Kurator", None, by="uji")
        grants.add(catalog, "kurator", Grant("kurator", "BPAD"), by="uji")
        mailing.set_address(catalog, accounts.named(catalog, "kurator"), "kurator@jakarta.go.id")
    return tmp_path / "data"


def send(folder: Path) -> Result:
    return CliRunner().invoke(rujukan, ["--data", str(folder), "notices", "send", "--json"])


def test_without_a_mail_server_notices_stay_in_the_inboxes(folder: Path) -> None:
    assert json.loads(send(folder).stdout) == {
        "schema": 1, "made": 1, "mail": False, "mails": 0, "sent": 0, "failed": []
    }  # fmt: skip


def test_notices_are_sent_once_and_what_fails_is_told_and_tried_again(folder: Path) -> None:
    with started() as server:
        (folder / "layanan.toml").write_text(
            f'[surel]\nhost = "127.0.0.1"\nport = {server.port}\nfrom = "rujukan@jakarta.go.id"\n'
        )
        server.refused.add("kurator@jakarta.go.id")
        refused = send(folder)
        assert refused.exit_code == 3
        assert json.loads(refused.stdout)["failed"] == [
            {"login": "kurator", "reason": "alamat penerima ditolak server"}
        ]
        server.refused.clear()
        told = [json.loads(send(folder).stdout) for _ in range(2)]
    assert [(one["made"], one["mails"], one["sent"]) for one in told] == [(0, 1, 1), (0, 0, 0)]


def test_beside_other_work_a_server_that_is_away_is_told_and_ends_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "layanan.toml").write_text('[surel]\nhost = "127.0.0.1"\nport = 1\nfrom = "rujukan@jakarta.go.id"\n')
    tell_beside(Session(folder, None))
    assert "127.0.0.1:1 tidak dapat dipakai" in capsys.readouterr().err
    with closing(open_existing(folder)) as catalog:
        assert notices.unread(catalog, accounts.named(catalog, "kurator")) == 1
