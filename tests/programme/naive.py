"""The computed indicators once more, as simply as they can be written: plain loops over dumped rows.

It shares no code with programme/: where the two differ, one of them is wrong.
"""

import csv
import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from fractions import Fraction as F
from pathlib import Path
from typing import Any

from catalog.database import Catalog

Row = dict[str, Any]
Result = tuple[int | None, F | None]
"""The value and the figure; both None where there is not enough data (the value alone where there are too few)."""

LIBUR = Path(__file__).parents[2] / "corpora" / "hari_libur.tsv"
DECISIVE = LIBUR.with_name("kata_penentu.tsv")
TABLES = (
    *("community", "community_member", "role_grant", "mentor", "plan", "plan_item", "meeting", "attendance", "asset"),
    *("version", "status_change", "page", "described", "upload", "report", "vote", "reading", "reuse", "succession"),
    *("staff_count", "theme_question", "theme_answer", "critical_topic", "critical_cover", "asset_unit", "appraisal"),
    *("advice", "unit", "commitment"),
)
AGENCIES = {"biro", "sekretariat", "inspektorat", "badan", "dinas", "satuan", "kota"}


def share(figure: F, *bounds: int) -> int:
    """The level of a figure by bounds in percent."""
    level = 1
    for bound in bounds:
        if figure >= F(bound, 100):
            level += 1
    return level


class Naive:
    """All rows of a catalog in memory, and the indicators of one community in one quarter, such as (2026, 3)."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self.rows = {table: list(catalog.db.query(f"SELECT * FROM {table}")) for table in TABLES}
        self.today = today
        self.compared: dict[tuple[int, int], bool] = {}
        self.steps = self.grouped("status_change", "version")
        self.versions = self.grouped("version", "asset")
        self.answers = self.grouped("theme_answer", "question")
        self.reads = self.grouped("reading", "asset")
        self.pages = self.grouped("page", "version")
        self.texts = {row["version"]: json.loads(row["fields"]) for row in self.rows["described"]}
        with LIBUR.open(encoding="utf8") as file:
            self.free = {row["hari"] for row in csv.DictReader(file, delimiter="\t")}
        with DECISIVE.open(encoding="utf8") as file:
            self.decisive = {row["kata"] for row in csv.DictReader(file, delimiter="\t")}
        parents = {row["code"]: (row["kind"], row["parent"]) for row in self.rows["unit"]}
        self.agency = {}
        for code in parents:
            at = code
            while at and parents[at][0] not in AGENCIES:
                at = parents[at][1]
            self.agency[code] = at or code

    def grouped(self, table: str, column: str) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = {}
        for row in self.rows[table]:
            found.setdefault(row[column], []).append(row)
        return found

    def look(self, community: int, year: int, quarter: int) -> None:
        """Choose what the indicators are of."""
        self.id = community
        self.community = next(row for row in self.rows["community"] if row["id"] == community)
        self.quarters = []
        for _ in range(4):
            self.quarters.insert(0, (year, quarter))
            year, quarter = (year, quarter - 1) if quarter > 1 else (year - 1, 4)
        ends = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
        first_year, first_quarter = self.quarters[0]
        half_year, half_quarter = self.quarters[2]
        self.first = date(first_year, {1: 1, 2: 4, 3: 7, 4: 10}[first_quarter], 1)
        self.half = date(half_year, {1: 1, 2: 4, 3: 7, 4: 10}[half_quarter], 1)
        last_year, last_quarter = self.quarters[3]
        self.last = min(date(last_year, *ends[last_quarter]), self.today)
        self.names = [f"{a}Q{b}" for a, b in self.quarters]
        self.assets = {row["id"]: row for row in self.rows["asset"] if row["community"] == community}
        self.own = [v for v in self.rows["version"] if v["asset"] in self.assets]
        self.held = self.approved(set(self.assets))
        self.distinct = self.without_copies()

    def within(self, day: str | None, first: date | None = None) -> bool:
        return day is not None and (first or self.first).isoformat() <= day[:10] <= self.last.isoformat()

    def at(self, moment: int | None, first: date | None = None) -> bool:
        return moment is not None and self.within(datetime.fromtimestamp(moment).date().isoformat(), first)

    def before_end(self, moment: int) -> bool:
        return datetime.fromtimestamp(moment).date() <= self.last

    def holds(self, row: Row) -> bool:
        day = self.last.isoformat()
        return (row["valid_from"] or "") <= day <= (row["valid_until"] or "9999")

    def status_then(self, version: Row) -> str:
        status = version["status"]
        for step in sorted(self.steps.get(version["id"], []), key=lambda c: -c["id"]):
            if not self.before_end(step["at"]):
                status = step["old"]
        return str(status)

    def approved(self, assets: set[int]) -> dict[int, Row]:
        """The approved version of each asset, with its status of then."""
        found = {}
        for asset in assets:
            for version in sorted(self.versions[asset], key=lambda v: -v["number"]):
                status = self.status_then(version)
                if status in ("diarsipkan", "ditarik"):
                    break
                if status in ("disahkan", "perlu_diperbarui"):
                    found[asset] = {**version, "status": status}
                    break
        return found

    def without_copies(self) -> list[int]:
        merged = [
            (row["asset"], row["successor"])
            for row in self.rows["succession"]
            if row["kind"] == "digabung" and row["day"] <= self.last.isoformat()
        ]
        pairs = {(a, b) for a, b in merged if a in self.held and b in self.held}
        pairs |= {(a, b) for a in self.held for b in self.held if self.held[a]["sha256"] == self.held[b]["sha256"]}
        pairs |= {(a, b) for a in self.held for b in self.held if a < b and self.say_the_same(a, b)}
        left, kept = set(self.held), []
        while left:
            group = {min(left)}
            while more := {x for a, b in pairs for x in (a, b) if group & {a, b}} - group:
                group |= more
            left -= group
            into_others = {a for a, b in merged if b in self.held}
            kept.append(min(group - into_others or group))
        return sorted(kept)

    def say_the_same(self, one: int, other: int) -> bool:
        """Whether two held texts are as one; of the same two versions that is looked at once."""
        both = (self.held[one]["id"], self.held[other]["id"])
        if both not in self.compared:
            self.compared[both] = self.as_one(*both)
        return self.compared[both]

    def as_one(self, *versions: int) -> bool:
        """Whether two texts have the same figures and decisive words, no other name, and 19 of 20 runs in common."""
        said = [" ".join(row["text"] for row in self.pages.get(version, [])).split() for version in versions]
        if min(map(len, said)) < 20:
            return False
        deciding = [[w.lower() for w in words if w.isdigit() or w.lower() in self.decisive] for words in said]
        lower = [[word.lower() for word in words] for words in said]
        if lower[0] == lower[1]:
            return True
        names = [{word.lower() for word in words[1:] if word.istitle()} for words in said]
        runs = [{" ".join(words[at : at + 4]) for at in range(len(words) - 3)} for words in lower]
        near = F(len(runs[0] & runs[1]), len(runs[0] | runs[1])) >= F(19, 20)
        return near and deciding[0] == deciding[1] and names[0] <= set(lower[1]) and names[1] <= set(lower[0])

    def all(self) -> dict[str, Result]:
        return {code: find() for code, find in self.indicators().items()}

    def indicators(self) -> dict[str, Callable[[], Result]]:
        return {
            **{"1.1": self.decree, "1.3": self.plan, "2.2": self.questions, "2.3": self.critical},
            **{"3.1": self.meetings, "3.2": self.active, "3.4": self.across, "4.1": self.yearly},
            **{"4.2": self.complete, "4.4": self.lessons, "5.1": self.staff, "5.2": self.reuse, "5.3": self.votes},
            **{"6.1": self.current, "6.2": self.review, "6.3": self.clean, "7.2": self.top, "7.3": self.advice},
        }

    def of(self, table: str) -> list[Row]:
        return [row for row in self.rows[table] if row["community"] == self.id]

    def decree(self) -> Result:
        day, own = self.last.isoformat(), self.community
        roles = {row["role"] for row in self.of("community_member") if self.holds(row)}
        decree = own["decree"] is not None and own["decree_date"] <= day <= (own["decree_valid_to"] or "9999")
        mentor = any(self.holds(row) for row in self.of("mentor"))
        plan = any(
            row["year"] == self.last.year and row["signed_by"] and row["signed_on"] and row["signed_on"] <= day
            for row in self.of("plan")
        )
        both = {
            row["kind"]
            for row in self.of("commitment")
            if row["year"] == self.last.year and row["day"] <= day < (row["retired"] or "9999")
        }
        officers = roles & {"ketua", "anggota", "moderator", "kurator", "pencatat"}
        figure = F(len(officers) + decree + mentor + plan + len(both), 10)
        if not (decree and {"ketua", "anggota"} <= roles):
            return 1, figure
        if not (mentor and {"moderator", "kurator", "pencatat"} <= roles):
            return 2, figure
        if not plan:
            return 3, figure
        return (5 if len(both) == 2 else 4), figure

    def plan(self) -> Result:
        items = [row for row in self.of("plan_item") if (row["year"], row["quarter"]) in self.quarters]
        if not items:
            return None, None
        done = [row for row in items if row["done_on"] and row["done_on"] <= self.last.isoformat()]
        return share(F(len(done), len(items)), 25, 50, 75, 90), F(len(done), len(items))

    def questions(self) -> Result:
        day, asked, answered = self.last.isoformat(), 0, 0
        for question in self.of("theme_question"):
            if question["added"] > day or (question["retired"] and question["retired"] <= day):
                continue
            found = [row for row in self.answers.get(question["id"], []) if self.within(row["day"])]
            if found:
                last = max(found, key=lambda row: row["day"])
                asked += 1
                answered += bool(last["answered"] and last["asset"])
        if not asked:
            return None, None
        return (share(F(answered, asked), 20, 40, 60, 80) if asked >= 20 else None), F(answered, asked)

    def critical(self) -> Result:
        day, covered, topics = self.last.isoformat(), 0, 0
        for topic in self.of("critical_topic"):
            if topic["added"] > day or (topic["retired"] and topic["retired"] <= day):
                continue
            topics += 1
            named = {row["asset"] for row in self.rows["critical_cover"] if row["topic"] == topic["id"]}
            covered += bool(self.approved(named))
        if not topics:
            return 1, None
        return 1 + share(F(covered, topics), 40, 70, 90), F(covered, topics)

    def meetings(self) -> Result:
        held = [row for row in self.of("meeting") if not row["cancelled"] and self.within(row["starts"])]
        figure = F(sum(row["minutes"] is not None for row in held), len(held)) if held else None
        noted = {name: 0 for name in self.names}
        crossing = {name: 0 for name in self.names}
        for row in held:
            if row["minutes"] is None:
                continue
            name = f"{row['starts'][:4]}Q{(int(row['starts'][5:7]) - 1) // 3 + 1}"
            noted[name] += 1
            came = {r["unit"] for r in self.rows["attendance"] if r["meeting"] == row["id"] and r["unit"]}
            if {self.agency[unit] for unit in came} - {self.agency[self.community["unit"]]}:
                crossing[name] += 1
        a, b, c, d = (noted[name] for name in self.names)
        if c + d == 0:
            return 1, figure
        if 0 in (a, b, c, d):
            return 2, figure
        if 1 in (a, b, c, d):
            return 3, figure
        w, x, y, z = (crossing[name] for name in self.names)
        return (5 if w + x and y + z else 4), figure

    def active(self) -> Result:
        members = {
            row["account"] or f"tanpa akun: {row['name']}" for row in self.of("community_member") if self.holds(row)
        }
        if not any(isinstance(member, int) for member in members):
            return None, None
        own = {version["id"] for version in self.own}
        did = {
            r["account"] for r in self.rows["upload"] if r["asset"] in self.assets and self.at(r["received"], self.half)
        }
        did |= {r["account"] for r in self.rows["status_change"] if r["version"] in own and self.at(r["at"], self.half)}
        for report in self.rows["report"]:
            if report["asset"] in self.assets:
                did |= {report["reporter"]} if self.at(report["created"], self.half) else set()
                did |= {report["owner"]} if self.at(report["closed"], self.half) else set()
        figure = F(len(members & did), len(members))
        return share(figure, 10, 25, 50, 70), figure

    def across(self) -> Result:
        count = 0
        for asset in self.distinct:
            units = {row["unit"] for row in self.rows["asset_unit"] if row["asset"] == asset}
            count += len((units | {self.assets[asset]["unit"]}) - {None}) >= 2
        figure = F(count, len(self.distinct)) if self.distinct else None
        return (1 if not count or figure is None else 1 + share(figure, 20, 35, 50)), figure

    def approvals(self, asset: int) -> list[Row]:
        versions = {version["id"] for version in self.own if version["asset"] == asset}
        return [
            row
            for version in versions
            for row in self.steps.get(version, [])
            if row["new"] == "disahkan" and self.before_end(row["at"])
            if row["old"] not in ("disahkan", "perlu_diperbarui")
        ]

    def yearly(self) -> Result:
        authors: list[int | None] = []
        undated = 0
        for asset in self.distinct:
            steps = self.approvals(asset)
            undated += not steps
            if steps and self.at(max(steps, key=lambda row: row["id"])["at"]):
                authors.append(self.assets[asset]["owner"])
        if not authors and undated:
            return None, None
        most = 0
        for size in range(1, len(authors) + 1):
            allowed = 1
            while F(allowed + 1, size) <= F(2, 5):
                allowed += 1
            taken = sum(min(authors.count(author), allowed) for author in set(authors))
            most = size if taken >= size else most
        return 1 + sum(most >= bound for bound in (1, 4, 8, 12)), F(most)

    def complete(self) -> Result:
        if not self.distinct:
            return None, None
        total = sum((self.completeness(asset) for asset in self.distinct), F(0))
        figure = total / len(self.distinct)
        return share(figure, 60, 75, 90, 95), figure

    def completeness(self, asset: int) -> F:
        row, version = self.assets[asset], self.held[asset]
        earlier = [v for v in self.own if v["asset"] == asset and v["number"] <= version["number"]]
        said: Row = {}
        for one in sorted(earlier, key=lambda v: v["number"]):
            said = self.texts.get(one["id"], said)
        words = sum(len(r["text"].split()) for r in self.pages.get(version["id"], []))
        filled = [
            *(True, bool(row["kind"]) and row["kind"] != "lain", 50 <= len(said.get("ringkasan", "").split()) <= 150),
            *(bool(said.get("tema")), bool(row["unit"] and said.get("unit_kerja")), row["community"] is not None),
            *(bool(said.get("penyusun") and said.get("jabatan")), bool(row["date"]), bool(said.get("versi"))),
            *(bool(said.get("dasar_hukum")), bool(row["access"]), words >= 100, bool(row["review_on"])),
            bool(said.get("bebas_data_pribadi")),
        ]
        if row["kind"] == "lesson":
            names = "konteks yang_dilakukan hasil berhasil tidak_berhasil rekomendasi syarat_replikasi"
            filled += [bool(said.get(name)) for name in names.split()]
        return F(sum(filled), len(filled))

    def lessons(self) -> Result:
        count = sum(self.assets[asset]["kind"] == "lesson" for asset in self.distinct)
        figure = F(count, len(self.distinct)) if self.distinct else None
        return (1 if not count or figure is None else 1 + share(figure, 20, 30, 40)), figure

    def staff(self) -> Result:
        year, quarter = self.quarters[3]
        oldest, newest = f"{year - 1}Q{quarter}", f"{year}Q{quarter}"
        known = [r for r in self.rows["staff_count"] if r["unit"] == self.community["unit"]]
        known = [r for r in known if oldest <= r["quarter"] <= newest]
        if not known or not any(r["quarter"] in self.names for r in self.rows["reading"]):
            return None, None
        people = max(known, key=lambda r: r["quarter"])["people"]
        own = self.agency[self.community["unit"]]
        readers = {
            r["reader"]
            for asset in self.assets
            for r in self.reads.get(asset, [])
            if r["quarter"] in self.names and r["unit"] and self.agency[r["unit"]] == own
        }
        return share(F(len(readers), people), 10, 25, 50, 70), F(len(readers), people)

    def reuse(self) -> Result:
        found = []
        for row in self.rows["reuse"]:
            if row["asset"] not in self.assets or row["state"] != "dikonfirmasi" or not self.within(row["day"]):
                continue
            wrote = {r["unit"] for r in self.rows["asset_unit"] if r["asset"] == row["asset"]}
            wrote |= {self.assets[row["asset"]]["unit"], self.community["unit"]} - {None}
            agencies = {self.agency[unit] for unit in wrote}
            if row["decided"] <= self.last.isoformat() and self.agency[row["unit"]] not in agencies:
                found.append((self.agency[row["unit"]], row["kind"]))
        kinds = [kind for _, kind in found]
        users = len({unit for unit, _ in found})
        level = 1
        if len(found) >= 1:
            level = 2
        if len(found) >= 2 and ("adaptasi" in kinds or "adopsi" in kinds):
            level = 3
        if level == 3 and len(found) >= 5 and users >= 3:
            level = 4
        if level == 4 and len(found) >= 10 and users >= 5 and kinds.count("adopsi") >= 3:
            level = 5
        return level, F(len(found))

    def votes(self) -> Result:
        cast = [r["verdict"] for r in self.rows["vote"] if r["asset"] in self.assets and self.within(r["day"])]
        if not cast:
            return None, None
        figure = F(cast.count("membantu"), len(cast))
        return (share(figure, 50, 65, 80, 90) if len(cast) >= 20 else None), figure

    def current(self) -> Result:
        good = known = 0
        for asset, version in self.held.items():
            due = self.assets[asset]["review_on"]
            marked = version["status"] == "perlu_diperbarui"
            if due or marked:
                known += 1
                good += not marked and due >= self.last.isoformat()
        return (share(F(good, known), 50, 70, 85, 95), F(good, known)) if known else (None, None)

    def review(self) -> Result:
        took = []
        for version in self.own:
            sent = None
            for row in sorted(self.steps.get(version["id"], []), key=lambda row: row["id"]):
                if row["step"] == "ajukan":
                    sent = datetime.fromtimestamp(row["at"]).date()
                if row["step"] == "sahkan" and sent and self.at(row["at"]):
                    took.append(self.working_days(sent, datetime.fromtimestamp(row["at"]).date()))
        if not took:
            return None, None
        took.sort()
        middle = F(took[(len(took) - 1) // 2] + took[len(took) // 2], 2)
        return 1 + sum(middle <= bound for bound in (30, 20, 10, 5)), middle

    def working_days(self, first: date, last: date) -> int:
        count = 0
        while first < last:
            first += timedelta(days=1)
            count += first.weekday() not in (5, 6) and first.isoformat() not in self.free
        return count

    def clean(self) -> Result:
        if not self.held:
            return None, None
        flagged = {
            r["asset"]
            for r in self.rows["report"]
            if r["kind"] == "data_pribadi" and self.before_end(r["created"])
            if r["closed"] is None or not self.before_end(r["closed"])
        }
        good = [a for a in self.held if self.assets[a]["unit"] and self.assets[a]["access"] and a not in flagged]
        figure = F(len(good), len(self.held))
        return share(figure, 80, 90, 98, 100), figure

    def top(self) -> Result:
        owners = [self.assets[a]["owner"] for a in self.distinct if self.assets[a]["owner"]]
        if not owners:
            return None, None
        figure = F(max(owners.count(owner) for owner in owners), len(owners))
        curators: set[Any] = {
            row["account"] or row["name"]
            for row in self.of("community_member")
            if row["role"] == "kurator" and self.holds(row)
        }
        for row in self.rows["role_grant"]:
            here = row["community"] == self.id or (row["community"] is None and row["unit"] == self.community["unit"])
            if row["role"] == "kurator" and here and self.holds(row):
                curators.add(row["account"])
        level = 1 + sum(figure <= F(bound, 100) for bound in (80, 60, 40, 30))
        return (min(level, 4) if len(curators) < 2 else level), figure

    def advice(self) -> Result:
        full = [row for row in self.of("appraisal") if not row["light"]]
        final = [row for row in full if row["state"] == "final" and self.before_end(row["closed"])]
        given: Iterable[Row] = ()
        if final:
            last = max(final, key=lambda row: (row["closed"], row["id"]))
            given = [row for row in self.rows["advice"] if row["appraisal"] == last["id"]]
        rows = list(given)
        if not rows:
            return None, None
        closed = [row for row in rows if row["closed_on"] and row["closed_on"] <= self.last.isoformat()]
        return share(F(len(closed), len(rows)), 25, 50, 75, 90), F(len(closed), len(rows))
