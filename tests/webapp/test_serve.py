import socket
from pathlib import Path

import pytest

from catalog import accounts
from catalog.errors import RujukanError
from catalog.opening import create
from webapp.serve import Listening, address_of, serve


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("127.8.8.8", "127.8.8.8"),
    ],
)
def test_loopback_addresses_are_taken(host: str, address: str) -> None:
    assert address_of(host, can_log_in=False) == address


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "::1", "192.168.1.4", "example.org", "", "localhost.example.org"])
def test_any_other_address_is_refused_while_nobody_can_log_in(host: str, tmp_path: Path) -> None:
    catalog = create(tmp_path)
    accounts.add(catalog, "siti", "Siti Contoh", None, by="uji")  # no password: nobody
    catalog.close()
    with pytest.raises(RujukanError, match="mesin ini sendiri") as refused:
        serve(tmp_path, model=None, viewer="public", at=Listening(host, 0))
    assert refused.value.code == "not_loopback"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4"])
def test_another_address_is_taken_once_someone_can_log_in(host: str) -> None:
    assert address_of(host, can_log_in=True) == host


@pytest.mark.parametrize("host", ["::", "example.org", ""])
def test_what_is_no_ipv4_address_is_refused_with_accounts_too(host: str) -> None:
    with pytest.raises(RujukanError, match="alamat IPv4"):
        address_of(host, can_log_in=True)


def test_a_folder_without_a_catalog_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RujukanError, match="Belum ada katalog"):
        serve(tmp_path, model=None, viewer="public", at=Listening(port=0))


def test_an_unknown_viewer_is_refused(tmp_path: Path) -> None:
    create(tmp_path).close()
    with pytest.raises(RujukanError, match="MARS"):
        serve(tmp_path, model=None, viewer="MARS", at=Listening(port=0))


def test_a_setting_that_cannot_be_used_ends_it_before_it_begins(tmp_path: Path) -> None:
    create(tmp_path).close()
    (tmp_path / "layanan.toml").write_text("hari_pertanyaan = -1\n")
    with pytest.raises(RujukanError, match="hari_pertanyaan") as refused:
        serve(tmp_path, model=None, viewer="public", at=Listening(port=0))
    assert refused.value.code == "bad_service"


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    create(tmp_path).close()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(RujukanError, match=f"127.0.0.1:{port} tidak dapat dipakai") as refused:
            serve(tmp_path, model=None, viewer="public", at=Listening(port=port))
    assert refused.value.code == "port_unusable"


@pytest.mark.parametrize("path", ["rujukan", "/a b", "//evil.example", "/a?b", "/a/../b\n"])
def test_a_root_path_that_is_none_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(RujukanError, match="bukan jalur"):
        serve(tmp_path, model=None, viewer="public", at=Listening(port=0, root_path=path))
