"""The one error that leaves the rooms: what happened, the value seen, what to do."""


class RujukanError(Exception):
    """An error for the user: a stable English `code` and one sentence in Indonesian."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class NotFoundError(RujukanError):
    """An asset that is absent, forbidden or malformed: the three answer alike, so that no one learns which."""

    def __init__(self) -> None:
        super().__init__("not_found", "Aset tidak ditemukan. Periksa kembali tautan atau nomor asetnya.")
