"""What lies where in the data folder (docs/format.md tells it to people)."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class DataFolder:
    """The places of one data folder; nothing is created by naming it."""

    root: Path

    @property
    def database(self) -> Path:
        """Return the SQLite file: the only truth."""
        return self.root / "catalog.db"

    @property
    def originals(self) -> Path:
        """Return the folder of original files, named by SHA-256."""
        return self.root / "originals"

    @property
    def incoming(self) -> Path:
        """Return the folder of copies that no row knows yet; a writer empties it when it starts."""
        return self.root / "incoming"

    @property
    def received(self) -> Path:
        """Return the folder of what arrives through the web, until a row knows it; made when it is first needed."""
        return self.root / "received"

    @property
    def index(self) -> Path:
        """Return the folder of derived indexes: may be deleted whole at any time."""
        return self.root / "index"

    @property
    def ocr(self) -> Path:
        """Return the folder of what OCR read, by the bytes of the pictures: may be deleted whole at any time."""
        return self.root / "ocr"

    @property
    def previews(self) -> Path:
        """Return the folder of pages drawn for the web: may be deleted whole at any time."""
        return self.root / "previews"

    @property
    def limits(self) -> Path:
        """Return the file in which the operator sets limits on what one file may cost; it need not be there."""
        return self.root / "batas.toml"

    @property
    def service(self) -> Path:
        """Return the file in which the operator sets how the pages are served; it need not be there."""
        return self.root / "layanan.toml"

    @property
    def instrument(self) -> Path:
        """Return where an operator may put another maturity instrument than the bundled one."""
        return self.root / "instrumen.toml"

    @property
    def language_model(self) -> Path:
        """Return the file that names a language model to rephrase quotes; without it there is none."""
        return self.root / "model_bahasa.toml"

    @property
    def questions(self) -> Path:
        """Return the operator's judged questions, which editions are compared by; it need not be there."""
        return self.root / "pertanyaan_uji.jsonl"

    @property
    def secret_key(self) -> Path:
        """Return the file of the key that signs sessions, readable by its owner alone; no backup holds it."""
        return self.root / "kunci_rahasia"

    @property
    def reader_key(self) -> Path:
        """Return the file of the key that tells readers apart, readable by its owner alone; no backup holds it."""
        return self.root / "kunci_pembaca"

    @property
    def lock(self) -> Path:
        """Return the writer's lock file, outside everything that a rebuild replaces."""
        return self.root / "writer.lock"
