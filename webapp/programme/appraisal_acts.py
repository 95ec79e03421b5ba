"""What the forms of an appraisal do: each takes the fields, and returns the place on the page to go on at."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme.assessment import appraisal_evidence, appraisal_steps, followups, objections, panel, returning
from programme.assessment.appraisal_values import Entry
from webapp.place import whole

Form = Any  # werkzeug's MultiDict, whose getlist no Mapping has
Act = Callable[[Catalog, Account, str, Form], str]
_FIELD = re.compile(r"nilai-([0-9A-Za-z.]{1,10})")
NOT_APPLICABLE = "na"


def entries(form: Form) -> dict[str, Entry]:
    """Return the values that a form gives: those that are not left open, with their reasons."""
    found = {}
    for name, chosen in form.items():
        if (match := _FIELD.fullmatch(name)) and chosen:
            found[match[1]] = Entry(_value(chosen), form.get(f"alasan-{match[1]}", ""))
    return found


def _value(chosen: str) -> int | None:
    if chosen == NOT_APPLICABLE:
        return None
    if (value := whole(chosen)) is None:
        raise RujukanError("bad_value", f"Nilai “{chosen[:20]}” tidak terbaca; pilih dari daftar.")
    return value


def _save(how: Callable[[Catalog, Account, str, Mapping[str, Entry]], None]) -> Callable[..., str]:
    def act(catalog: Catalog, account: Account, key: str, form: Form) -> str:
        how(catalog, account, key, entries(form))
        return str(form.get("dimensi", ""))[:10]

    return act


def _do(how: Callable[[Catalog, Account, str], None]) -> Callable[..., str]:
    def act(catalog: Catalog, account: Account, key: str, form: Form) -> str:
        how(catalog, account, key)
        return ""

    return act


def _remove(catalog: Catalog, account: Account, key: str, form: Form) -> str:
    appraisal_evidence.remove(catalog, account, key, _number(form, "bukti"))
    return "bukti"


def _name_jurors(catalog: Catalog, account: Account, key: str, form: Form) -> str:
    panel.name_jurors(catalog, account, key, form.getlist("penilai"))
    return ""


def _send_back(catalog: Catalog, account: Account, key: str, form: Form) -> str:
    returning.send_back(catalog, account, key, form.get("kembali", ""))
    return "riwayat"


def _object(catalog: Catalog, account: Account, key: str, form: Form) -> str:
    objections.object_to(catalog, account, key, form.get("keberatan", ""))
    return "keberatan"


def _answer(catalog: Catalog, account: Account, key: str, form: Form) -> str:
    objections.answer(catalog, account, key, form.get("jawaban", ""), entries(form))
    return "keberatan"


def _follow_up(catalog: Catalog, account: Account, key: str, form: Form) -> str:
    followups.close(catalog, account, key, _number(form, "saran"), form.get("tindak_lanjut", ""))
    return "saran"


def _number(form: Form, name: str) -> int:
    if (number := whole(form.get(name))) is None:
        raise NotFoundError
    return number


ACTS: Mapping[str, Act] = {
    "isi": _save(appraisal_steps.save_own),
    "tarik": _remove,
    "ajukan": _do(appraisal_steps.submit),
    "verifikasi": _save(appraisal_steps.save_verified),
    "kembalikan": _send_back,
    "selesai": _do(appraisal_steps.finish_verification),
    "tetapkan": _name_jurors,
    "nilai": _save(panel.save_rating),
    "tutup": _do(panel.close_rating),
    "putuskan": _save(panel.save_decision),
    "sahkan": _do(panel.decide),
    "keberatan": _object,
    "jawab": _answer,
    "tindak_lanjut": _follow_up,
}
