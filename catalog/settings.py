"""Facts about the catalog as a whole: which model its vectors come from."""

from dataclasses import dataclass

from catalog.database import Catalog
from catalog.errors import RujukanError


@dataclass(frozen=True)
class Model:
    """The identity of an embedding model: its id (a hash), its width, and the name or path it was loaded by."""

    id: str
    width: int
    name: str


def model(catalog: Catalog) -> Model | None:
    """Return the model of the catalog's vectors, None before anything was indexed."""
    rows = catalog.db.query("SELECT name, value FROM setting WHERE name LIKE 'model_%'")
    values = {row["name"]: row["value"] for row in rows}
    if "model_id" not in values:
        return None
    return Model(values["model_id"], int(values["model_width"]), values["model_name"])


def claim_model(catalog: Catalog, wanted: Model) -> None:
    """Make `wanted` the catalog's model if it has none; raise RujukanError `other_model` if it has another."""
    check_model(catalog, wanted)
    with catalog.writing():
        for name, value in (("id", wanted.id), ("width", str(wanted.width)), ("name", wanted.name)):
            catalog.db.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                [f"model_{name}", value],
            )


def check_model(catalog: Catalog, wanted: Model) -> None:
    """Raise RujukanError `other_model` if the catalog's vectors come from another model than `wanted`."""
    has = model(catalog)
    if has is None or has.id == wanted.id:
        return
    raise RujukanError(
        "other_model",
        f"Katalog ini memakai model {has.name} ({has.id}, lebar {has.width}), sedangkan yang dipilih"
        f" {wanted.name} ({wanted.id}, lebar {wanted.width}). Pakai model katalog, atau katalog baru dengan --data.",
    )
