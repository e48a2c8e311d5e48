"""Who makes the same renditions: we, sharp in the two ways people use it, and the bare codec; CPU seconds of each."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from potret.media import Rendition
from potret.media.photo import encode

HERE = Path(__file__).resolve().parent
SCALES = {320: (1, 8), 480: (1, 8), 960: (1, 4), 1600: (1, 2)}
"""What libjpeg decodes a photo 4000 pixels wide to, so that it is not narrower than each rendition."""


def ours(originals: Path, target: Path, table: Sequence[Rendition]) -> float:
    """Make every rendition; return CPU seconds."""
    files = sorted(originals.iterdir())
    encode(files[0], (), table)  # warm, as sharp is
    start = time.process_time()
    for file in files:
        for one in encode(file, (), table)[0]:
            (target / f"{file.name}-{one.width}.{one.kind}").write_bytes(one.data)
    return time.process_time() - start


class Sharp:
    """The npm package, installed into a folder of its own for the run."""

    def __init__(self, folder: Path) -> None:
        npm = shutil.which("npm")
        command = [npm or "", "install", "--silent", "--prefix", str(folder), "sharp"]
        self.is_there = bool(npm) and subprocess.run(command, check=False).returncode == 0
        self._modules = folder / "node_modules"

    def make(self, way: str, originals: Path, target: Path, table: Sequence[tuple[str, int, int]]) -> float:
        """Make every rendition in one of the ways that photos_sharp.js knows; return CPU seconds."""
        command = ["node", str(HERE / "photos_sharp.js"), way, str(originals), str(target), json.dumps(table)]
        environment = {**os.environ, "NODE_PATH": str(self._modules)}
        return float(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout)


def floor(batches: Sequence[Path], widths: Sequence[int], quality: int) -> tuple[float, dict[str, float]]:
    """Give our CPU and that of only the codec, which cannot resize: scaled decoding and encoding what is small."""
    try:
        from turbojpeg import TJSAMP_420, TurboJPEG  # noqa: PLC0415 - not everybody has the library

        codec = TurboJPEG(os.environ.get("TURBOJPEG"))
    except (ImportError, OSError, RuntimeError) as error:
        print(f"floor skipped: {str(error).splitlines()[0]} (PyTurboJPEG needs Debian's libturbojpeg0)")
        return 0.0, {}
    own, decoding = 0.0, dict.fromkeys(widths, 0.0)
    encoding = {"0": 0.0, "1": 0.0}  # with the standard's Huffman tables, and with the picture's own as ours
    rows = [Rendition("jpeg", width, quality) for width in widths]
    for file in (file for batch in batches for file in sorted(batch.iterdir())):
        start = time.process_time()
        made, _ = encode(file, (), rows)
        own += time.process_time() - start
        data = file.read_bytes()
        for one in made:
            small = codec.decode(one.data)
            start = time.process_time()
            codec.decode(data, scaling_factor=SCALES[one.width])
            decoding[one.width] += time.process_time() - start
            for optimised in encoding:
                os.environ["TJ_OPTIMIZE"] = optimised
                start = time.process_time()
                codec.encode(small, quality=quality, jpeg_subsample=TJSAMP_420)
                encoding[optimised] += time.process_time() - start
    each, once = sum(decoding.values()), decoding[max(widths)]
    return own, {
        "a decode for each width": each + encoding["0"],
        "the same with Huffman tables as ours": each + encoding["1"],
        "one decode and no resizing (no program)": once + encoding["0"],
    }
