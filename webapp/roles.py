"""Roles as the pages say them."""

from collections.abc import Mapping
from datetime import date

from catalog.grants import Grant
from webapp import labels
from webapp.language import gettext
from webapp.language import lazy_gettext as _

ROLES: Mapping[str, str] = {
    "pembaca": _("Pembaca"),
    "penyusun": _("Penyusun"),
    "kurator": _("Kurator komunitas"),
    "penelaah": _("Penelaah"),
    "pengesah": _("Pengesah (kepala unit)"),
    "pendamping": _("Pendamping"),
    "panel": _("Panel penilai BPSDM"),
    "juri": _("Juri tamu"),
    "operator": _("Operator"),
    "admin": _("Admin akun"),
    "ppid": _("PPID"),
}

ACTING: Mapping[str, str] = {"plt": _("Plt."), "plh": _("Plh.")}


def in_words(grant: Grant, today: date) -> str:
    """Return a role with where and when it holds."""
    said = [str(ACTING[grant.acting])] if grant.acting else []
    said += [str(ROLES.get(grant.role, grant.role)), *filter(None, (grant.unit, grant.community))]
    if grant.valid_from:
        said.append(gettext("mulai %(day)s", day=labels.long_date(grant.valid_from)))
    if grant.valid_until:
        said.append(gettext("sampai %(day)s", day=labels.long_date(grant.valid_until)))
    if not grant.holds(today):
        said.append(gettext("(tidak berlaku hari ini)"))
    return " ".join(said)
