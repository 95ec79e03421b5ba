"""What a wrong call of the command means, in Indonesian: the words of click, which knows English alone."""

import re

import click

_SAID = (
    (r"Missing (?:argument|option) '(.+)'\..*", "{} belum diisi."),
    (r"Missing command\.", "Perintahnya belum disebut."),
    (r"No such command '(.+?)'\..*", "Tidak ada perintah “{}”."),
    (r"No such option '(.+?)'\..*", "Tidak ada pilihan {}."),
    (r"Got unexpected extra arguments? \((.+)\)", "Argumen ini berlebih: {}. Apit kalimat dengan tanda petik."),
    (r"Option '(.+)' requires an argument\.", "Pilihan {} memerlukan nilai."),
    (r"Option '(.+)' does not take a value\.", "Pilihan {} tidak memakai nilai."),
    (r"Invalid value for '(.+?)': (.+) is not in the range (.+)\.", "Nilai {1} untuk {0} di luar batas {2}."),
    (r"Invalid value for '(.+?)': (.+) is not a valid (?:integer|float)\b.*", "Nilai {1} untuk {0} bukan angka."),
    (r"Invalid value for '(.+?)': (.+) is not (?:one of )?(.+)\.", "Nilai {1} untuk {0} tidak dikenal; pilih {2}."),
)


def in_words(error: click.UsageError) -> str:
    """Return what is wrong and where help is, in one line; what the commands themselves say stays as it is."""
    said = error.format_message()
    for pattern, sentence in _SAID:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            command = error.ctx.command_path if error.ctx is not None else "rujukan"
            return f"{sentence.format(*found.groups())} Lihat `{command} --help`."
    return said
