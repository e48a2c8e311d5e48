"""What tests of the kiosk share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

DAY = date(2019, 7, 1)
EVENT = """\
nama: {id: Ekspose Konawe, en: Konawe Exhibition}
tanggal: 2019-11-13
tempat: Aula <b>Wolasi</b>
sekolah:
  - {slug: smp-bahari-lohia, stan: A2}
  - {slug: sd-cahaya-wolasi, stan: A1}
acara:
  - {jam: 08.30, judul: {id: Pembukaan, en: Opening}}
denah: denah.png
"""
Make = Callable[..., Path]
"""Makes a kiosk: `make(slugs=…, event=…, schools_dir=…)`."""
