"""The sample corpus: its files, what its manifest says of them, and its communities."""

from importlib import resources
from pathlib import Path
from typing import Any

from catalog import communities
from catalog.database import Catalog
from catalog.errors import RujukanError
from indexer import manifest
from indexer.run import Options
from indexer.sources import Scan, scan
from programme.community import community_file

SOURCE = "contoh"


def sample_folder() -> Path:
    """Return where the sample files lie; manifest, questions and communities stand beside that folder."""
    return Path(str(resources.files("corpora"))) / "contoh"


def scan_sample() -> Scan:
    """Return what the sample corpus holds."""
    return scan(sample_folder(), SOURCE)


def args() -> dict[str, Any]:
    """Return the arguments of the job that indexes the sample."""
    return {
        "paths": [str(sample_folder())],
        "source": SOURCE,
        "manifest": str(sample_folder().with_suffix(".csv")),
    }


def options(catalog: Catalog, workers: int) -> Options:
    """Return how the sample is indexed: as its manifest says."""
    return Options(manifest=manifest.load(catalog, sample_folder().with_suffix(".csv")), workers=workers)


def load_communities(catalog: Catalog) -> None:
    """Bring the sample's communities, their life and their assessments into the catalog."""
    text = sample_folder().with_suffix(".communities.toml").read_text(encoding="utf8")
    with catalog.writing():
        communities.load_toml(catalog, text)
        community_file.load(catalog, text, by="contoh")


def refuse_other_assets(catalog: Catalog) -> None:
    """Raise RujukanError if the catalog holds assets of another source than the sample."""
    rows = catalog.db.query(
        "SELECT s.name FROM source s JOIN asset a ON a.source = s.id WHERE s.name <> ? LIMIT 1", [SOURCE]
    )
    for row in rows:
        raise RujukanError(
            "not_empty",
            f"Katalog ini sudah berisi aset dari {row['name']}. Pakai folder data lain untuk contoh: --data FOLDER.",
        )
