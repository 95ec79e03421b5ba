"""What the communities of a catalog are called: "komunitas pembelajar BPSDM", "CoP Bapenda", "kombel Kearsipan".

Where a unit has one community alone, what the unit is called names that one too. A wording that could mean two
communities names none.
"""

from collections import defaultdict
from collections.abc import Iterable

from catalog.database import Catalog
from search.understanding.spoken_filters import COMMUNITY, Called, unit_names


def called(catalog: Catalog) -> Called:
    """Give what is said behind a word for communities, and which one it names."""
    return naming(catalog.db.execute("SELECT name, unit FROM community").fetchall())


def naming(known: Iterable[tuple[str, str | None]]) -> Called:
    """Give the same for communities told by name and unit."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    of_unit: defaultdict[str | None, list[str]] = defaultdict(list)
    for name, unit in known:
        meant[COMMUNITY.sub("", " ".join(name.casefold().split()))].add(name)
        of_unit[unit].append(name)
    for wording, code in unit_names().items():
        if len(of_unit[code]) == 1:
            meant[wording].update(of_unit[code])
    return tuple(sorted((wording, min(names)) for wording, names in meant.items() if wording and len(names) == 1))
