"""The form in which an author says what an upload is: prefilled from what was read, saved by the template."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from catalog import assets, communities, jobs, legal_bases, metadata, originals, template, trail, uploads, written
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.lifecycle import EDITABLE, review_date
from catalog.metadata import Metadata
from catalog.scope import OPERATOR
from catalog.uploads import Upload
from indexer import dates
from indexer.kinds import TEMPLATE
from webapp.language import gettext
from webapp.template_words import SECRET

LONGEST_TITLE = 300
_DATES = ("tanggal_iso", "tgl_efektif_iso", "tgl_revisi_iso", "tgl_pembuatan_iso")
_EMPTIED = {"komunitas": "community", "tanggal": "date", "tinjau_ulang": "review_on"}
"""Fields that an author may empty, and what is forgotten then."""
_COLUMNS = ("judul", "jenis", "komunitas", "tanggal", "akses", "tinjau_ulang")


@dataclass(frozen=True)
class Described:
    """What the form shows: values by field, which of them only come from the document, and what may be changed.

    `settled` says that an approved version answers: what belongs to the asset as a whole stays as that has it.
    """

    values: Mapping[str, str]
    proposed: frozenset[str]
    editable: bool
    settled: bool


def card_of(catalog: Catalog, upload: Upload) -> Card | None:
    """Return the version that an upload became, None before; the caller has asked who sees the upload."""
    if upload.asset is None or upload.version is None:
        return None
    return assets.card(catalog, upload.asset, OPERATOR, upload.version)


def described(catalog: Catalog, upload: Upload, card: Card, author: str) -> Described:
    """Return what is said of a version, and where nothing is, what was read of it."""
    stored = {name: value for name, value in _stored(catalog, card).items() if value}
    read = {name: value for name, value in _read(catalog, card, author).items() if value and name not in stored}
    return Described(read | stored, frozenset(read), _is_editable(catalog, card), _is_settled(catalog, upload))


def save(catalog: Catalog, upload: Upload, said: Mapping[str, str], account: Account) -> None:
    """Store what an author says; RujukanError that tells what is wrong, with nothing stored then."""
    with catalog.writing():
        upload = uploads.with_key(catalog, upload.key)
        card = card_of(catalog, upload)
        if card is None or not _is_editable(catalog, card):
            raise RujukanError("wrong_state", gettext("Naskah ini sedang ditelaah atau sudah diganti; muat ulang."))
        settled = _is_settled(catalog, upload)
        given = Metadata() if settled else _given(catalog, card, said)
        metadata.check(catalog, given)
        metadata.apply(catalog, card.id, given)
        if not settled:
            metadata.clear(catalog, card.id, [name for field, name in _EMPTIED.items() if said.get(field) == ""])
        template.save(catalog, card.version_id, said)
        trail.append(catalog, account.login, "asset.describe", card.file, version=card.version, access=given.access)
        if given.title is not None:
            jobs.add(catalog, uploads.TITLE_JOB, {"asset": card.file}, priority=uploads.PRIORITY)


def _stored(catalog: Catalog, card: Card) -> dict[str, str | None]:
    columns = (card.title, card.kind, card.community, card.date, card.access, card.review_on)
    return {**template.of(catalog, card.version_id), **dict(zip(_COLUMNS, columns, strict=True))}


def _read(catalog: Catalog, card: Card, author: str) -> dict[str, str]:
    bases = [basis.text for basis in legal_bases.of(catalog, card)]
    found = {name: value for name, value in card.fields.items() if isinstance(value, str)}
    proposed = {
        "nomor": found.get("nomor", ""),
        "tanggal": next((day for name in _DATES if (day := _day(found.get(name)))), ""),
        "dasar_hukum": "\n".join(dict.fromkeys(bases)),
        "penyusun": author,
        "versi": str(card.version),
        "tinjau_ulang": review_date(card.kind, date.today()) or "",
    }
    return proposed | _filled_in(catalog, card) | _written(catalog, card)


def _filled_in(catalog: Catalog, card: Card) -> dict[str, str]:
    """Return the fields of a paper that says it was made from one of our templates, as far as its text has them."""
    form = written.template_of(str(card.fields.get(TEMPLATE, "")))
    text = "\n".join(page.text for page in assets.pages(catalog, card)) if form else ""
    said = written.filled_in(form, text) if form else {}
    return said | {"tanggal": dates.iso(said["tanggal"])} if "tanggal" in said else said


def _written(catalog: Catalog, card: Card) -> dict[str, str]:
    """Return the fields of a paper that was written in the page."""
    if card.media_type != written.MEDIA_TYPE or card.source != uploads.SOURCE:
        return {}
    original = originals.place_of(catalog.folder, card.sha256)
    return written.read(original.read_text(encoding="utf8", errors="replace"))


def _day(text: str | None) -> str:
    try:
        return date.fromisoformat(text or "").isoformat()
    except ValueError:
        return ""


def _is_editable(catalog: Catalog, card: Card) -> bool:
    newest = assets.card(catalog, card.file, OPERATOR)
    return card.version == newest.version and card.status in EDITABLE


def _is_settled(catalog: Catalog, upload: Upload) -> bool:
    sql = "SELECT 1 FROM version WHERE asset = ? AND live = 1 AND newest = 0 LIMIT 1"
    return bool(catalog.db.execute(sql, [upload.asset_id]).fetchall())


def _given(catalog: Catalog, card: Card, said: Mapping[str, str]) -> Metadata:
    """Return what differs from what the asset has."""
    if said.get("akses") == "rahasia":
        raise RujukanError("secret", str(SECRET))
    community = said.get("komunitas") or None
    if community is not None and community not in communities.names(catalog):
        raise RujukanError("unknown_community", gettext("Pilih komunitas dari daftar."))
    title = " ".join(template.cleaned("judul", said.get("judul", "")).split())
    if not 0 < len(title) <= LONGEST_TITLE:
        raise RujukanError(
            "bad_value", gettext("Judul harus diisi, paling panjang %(most)s karakter.", most=LONGEST_TITLE)
        )
    return Metadata(
        title=None if title == card.title else title,
        kind=None if said.get("jenis") in (None, "", card.kind) else said["jenis"],
        community=community,
        access=said.get("akses") or None,
        date=said.get("tanggal") or None,
        review_on=said.get("tinjau_ulang") or None,
    )
