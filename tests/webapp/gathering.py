"""A community that lives, for the tests of its pages: officers, a mentor, a plan, meetings, papers."""

from dataclasses import dataclass

from catalog import accounts, communities
from catalog.database import Catalog
from catalog.grants import Grant
from programme.community import attendance, meetings, members, mentoring, plans
from programme.community import communities as records
from programme.community.communities import Community, Decree
from programme.community.meetings import Said
from programme.community.members import Joining
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, text_page
from tests.webapp.people import enrol

NAME = "Komunitas Pembelajar BPAD"
PEOPLE = {
    "ketua": (Grant("penyusun", "BPAD"),),
    "anggota": (),
    "widya": (),
    "admin": (Grant("admin"),),
    "asn": (),
}
HELD, COMING, CANCELLED = "pertemuanlalu", "pertemuannanti", "pertemuanbatal"
"""Keys of its meetings."""


@dataclass(frozen=True)
class Gathering:
    """The catalog, the community, and keys of minutes by what they are."""

    catalog: Catalog
    community: Community
    papers: dict[str, str]

    @property
    def path(self) -> str:
        return f"/komunitas/{self.community.id}"


def gather(catalog: Catalog) -> Gathering:
    """Let the community of BPAD live in a catalog, with accounts for those who look at it."""
    for login, roles in PEOPLE.items():
        enrol(catalog, login, roles)
    with catalog.writing():
        number = communities.community_id(catalog, NAME, "BPAD")
    community = records.with_id(catalog, number)
    said = Decree("Keputusan Kepala Badan Nomor 9908 Tahun 2025", "2025-03-10", "2099-12-31", "2025-01-01")
    records.change(catalog, community, said, None, by=accounts.named(catalog, "admin"))
    records.set_themes(catalog, community, "Penghapusan barang; Aset tuntas\nFasos fasum", by="admin")
    _people(catalog, community)
    _doings(catalog, community)
    return Gathering(catalog, records.with_id(catalog, number), _papers(catalog))


def _people(catalog: Catalog, community: Community) -> None:
    joining = [Joining("", "ketua", "2025-01-01", "BPAD", "ketua"), Joining("", "anggota", "2025-01-01", "", "anggota")]
    joining += [Joining(f"Pegawai {letter}", "anggota", "2025-01-01", "BPAD") for letter in "ABC"]
    for one in (*joining, Joining("Sari Pencatat", "pencatat", "2025-01-01", "BPKD")):
        members.add(catalog, community, one, by="admin")
    mentoring.add_mentor(catalog, community, "widya", "2025-01-01", by="admin")
    (mentor,) = mentoring.mentors(catalog, community.id)
    mentoring.plan_session(catalog, community, mentor.id, ("2026-02-01", "Menata SOP", "menata-sop"), by="admin")


def _doings(catalog: Catalog, community: Community) -> None:
    for key, day in ((HELD, "2026-02-10"), (COMING, "2099-02-10"), (CANCELLED, "2026-03-10")):
        said = Said(day, "09:00", "11:00", "blended", "Aula lantai 3", f"Bedah KIB {day}", "Rahma Ahli", "Agenda dalam")
        made = meetings.create(catalog, community, said, by="ketua")
        catalog.db.execute("UPDATE meeting SET key = ? WHERE key = ?", [key, made])
    meetings.cancel(catalog, community, CANCELLED, by="ketua")
    meeting = meetings.with_key(catalog, community.id, HELD)
    attendance.record(catalog, community, meeting, ((), "Wati Hadir; DINKES"), by="ketua")
    plans.add_item(catalog, community, 2026, ("1", "Bedah KIB bersama"), by="ketua")


def _papers(catalog: Catalog) -> dict[str, str]:
    words = {"ours": {"unit": "BPAD"}, "theirs": {"unit": "DINKES"}, "sop": {"unit": "BPAD", "kind": "sop"}}
    words["hidden"] = {"unit": "DINKES", "access": "terbatas"}
    return {
        name: add(
            catalog,
            Paper(
                f"{name}.txt",
                given(f"Notulen {name}", **{"kind": "notulen", "access": "internal", **more}),
                (text_page(None, f"Rapat {name} membahas KIB."),),
                name.encode(),
            ),
        )
        for name, more in words.items()
    }
