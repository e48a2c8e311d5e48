#!/bin/sh
# Buka kios di layar penuh (Linux). Keluar: Alt+F4. / Open the kiosk on the full screen (Linux). Leave: Alt+F4.
folder=$(cd "$(dirname "$0")" && pwd)
address="file://$(printf '%s' "$folder/index.html" | sed -e 's/%/%25/g' -e 's/ /%20/g' -e 's/#/%23/g' -e 's/?/%3F/g')"
for browser in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
  if command -v "$browser" >/dev/null 2>&1; then
    exec "$browser" --kiosk --no-first-run --noerrdialogs --disable-infobars --disable-session-crashed-bubble \
      --disable-translate --disable-features=Translate --overscroll-history-navigation=0 --disable-pinch \
      --user-data-dir="${XDG_DATA_HOME:-$HOME/.local/share}/potret-kios" "$address"
  fi
done
echo "Chromium atau Chrome belum terpasang. / Chromium or Chrome is not installed." >&2
exit 1
