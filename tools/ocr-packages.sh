#!/bin/sh
# System packages that read scans. As root on Debian they are installed; otherwise this says which are missing, and
# everything goes on without: scans are then skipped until a later run finds the program.
set -eu
languages=$(tesseract --list-langs 2>/dev/null || true)
echo "$languages" | grep -qx ind && echo "$languages" | grep -qx eng && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        tesseract-ocr tesseract-ocr-ind tesseract-ocr-eng tesseract-ocr-osd >/dev/null; } && exit 0
fi
echo "Belum ada: tesseract-ocr dan tesseract-ocr-ind. Hasil pindai dilewati sampai keduanya dipasang dengan:" \
    "sudo apt-get install tesseract-ocr tesseract-ocr-ind" >&2
