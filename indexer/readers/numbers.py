"""How a spreadsheet's numbers are written as text: dates as ISO, codes with their zeros, no float noise."""

import re
from datetime import datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

MAX_EXACT = Decimal(10) ** 15  # a spreadsheet computes with 15 digits; what it stores beyond is noise
MAX_DATE = 2_958_465  # 31 December 9999
_PERCENT = re.compile(r"[#0,]*0(?:\.(0+))?%")
_ZEROS = re.compile(r"0{2,30}$")


def show_number(raw: str, code: str, *, mac_dates: bool = False) -> str:
    """Return a stored number as a person typed it, by its format code; what is no number comes back as it is."""
    if code == "General" and raw.isdecimal() and raw[0] != "0":
        return raw  # nearly every number of a large sheet
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return raw
    if not number.is_finite():
        return raw
    if _is_date(code) and 0 <= number <= MAX_DATE:
        return _date(float(number), mac_dates=mac_dates)
    return _scientific(number) if abs(number) >= MAX_EXACT and "E" in raw.upper() else _formatted(number, code)


def _formatted(number: Decimal, code: str) -> str:
    if _ZEROS.match(code) and number == number.to_integral_value():
        return _plain(number).zfill(len(code))
    percent = _PERCENT.match(code)
    return f"{_plain(round(number * 100, len(percent[1] or '')))}%" if percent else _plain(number)


@cache
def _is_date(code: str) -> bool:
    return bool(is_date_format(code))


def _scientific(number: Decimal) -> str:
    """Return a number of which the file holds no more than its first digits: the others are not made up."""
    mantissa, _, exponent = f"{number:.14E}".partition("E")
    return f"{mantissa.rstrip('0').rstrip('.')}E{exponent}"


def _plain(number: Decimal) -> str:
    if abs(number) < MAX_EXACT:
        number = Decimal(f"{number:.15g}")
    if abs(number.adjusted()) > 60:
        return str(number)
    shown = f"{number:f}"
    return (shown.rstrip("0").rstrip(".") or "0") if "." in shown else shown


def _date(serial: float, *, mac_dates: bool) -> str:
    value = from_excel(serial, MAC_EPOCH if mac_dates else WINDOWS_EPOCH)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return str(value)
    assert isinstance(value, datetime)
    rounded = value + timedelta(seconds=0.5)
    return rounded.date().isoformat() if not (value.hour or value.minute) else rounded.isoformat(" ", "minutes")
