from pathlib import Path

import pytest

from catalog import attachments, audit, dropping, originals
from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.originals import Incoming
from tests.catalog import making


def incoming(catalog: Catalog, tmp_path: Path, text: str) -> Incoming:
    place = tmp_path / "SK Komunitas.pdf"
    place.write_text(text, encoding="utf8")
    return originals.take(catalog.folder, place)


def stored(catalog: Catalog, sha256: str) -> bool:
    return originals.place_of(catalog.folder, sha256).is_file()


def test_what_was_attached_is_found_by_its_key_and_known_to_verify(catalog: Catalog, tmp_path: Path) -> None:
    kept = attachments.keep(catalog, incoming(catalog, tmp_path, "sk"), "C:\\berkas\\SK Komunitas.pdf", None)
    assert attachments.with_key(catalog, kept.key) == kept == attachments.with_id(catalog, kept.id)
    assert kept.name == "SK Komunitas.pdf"
    assert audit.findings(catalog) == []


def test_bytes_go_with_the_last_record_that_has_them(catalog: Catalog, tmp_path: Path) -> None:
    one, other = (
        attachments.keep(catalog, incoming(catalog, tmp_path, "sama"), name, None) for name in ("a.pdf", "b.pdf")
    )
    attachments.forget(catalog, one)
    assert stored(catalog, other.sha256)
    attachments.forget(catalog, other)
    assert not stored(catalog, other.sha256)
    with pytest.raises(NotFoundError):
        attachments.with_key(catalog, other.key)


def test_an_asset_that_is_forgotten_leaves_the_attachment_of_the_same_bytes(catalog: Catalog, tmp_path: Path) -> None:
    kept = attachments.keep(catalog, incoming(catalog, tmp_path, "sama"), "a.pdf", None)
    making.asset(catalog, new=making.version(sha256=kept.sha256))
    dropping.drop(catalog, [making.key_of(catalog, 1)])
    assert stored(catalog, kept.sha256)
    assert audit.findings(catalog) == []
