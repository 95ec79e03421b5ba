#!/bin/sh
# System packages of the browser tests. As root on Debian they are installed; otherwise this says which are missing.
set -eu
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
else
    echo "Belum ada: chromium. Tes peramban akan dilewati; pasang dengan: sudo apt-get install chromium" >&2
fi
