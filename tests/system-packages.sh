#!/bin/sh
# System packages of the tests: a browser, and LibreOffice. As root on Debian they are installed; otherwise this says
# which are missing.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="chromium"
office=$(dirname "$(readlink -f "$(command -v soffice || echo /missing/soffice)")")
for part in sw:writer sd:impress sc:calc; do
    [ -e "$office/lib${part%:*}lo.so" ] || missing="$missing libreoffice-${part#*:}-nogui"
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    # shellcheck disable=SC2086  # several names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Belum ada: $missing. Tes yang memerlukannya dilewati; pasang dengan: sudo apt-get install $missing" >&2
fi
