"""The school a workbook belongs to."""

from pathlib import Path

from potret.problems import Problem
from potret.reading import SchoolFolder, read_yaml, school_folders
from potret.wording import nearest


def school(schools_dir: Path, slug: str | None, npsn: str, path: str) -> tuple[SchoolFolder | None, list[Problem]]:
    """Find the school's folder by its name, else by the NPSN in the workbook; both have to agree."""
    folders, _ = school_folders(schools_dir, schools_dir.name)
    known = {folder.slug: folder for folder in folders}
    if slug is not None and slug not in known:
        values = {"value": slug, "near": nearest(slug, list(known))}
        return None, [Problem(path, 0, 0, "import-school", values=values)]
    by_npsn = {_npsn(folder): folder for folder in folders}
    if slug is None:
        folder = by_npsn.get(npsn) if npsn else None
        code = "import-school-npsn" if npsn else "import-school-missing"
        return folder, [] if folder else [Problem(path, 0, 0, code, values={"value": npsn})]
    own = _npsn(known[slug])
    if npsn and own and npsn != own:
        values = {"value": npsn, "expected": own, "slug": slug}
        return None, [Problem(path, 0, 0, "import-school-other", values=values)]
    return known[slug], []


def _npsn(folder: SchoolFolder) -> str:
    file = folder.root / "sekolah.yml"
    found = read_yaml(file, folder.path(file)).value.get("npsn") if file.is_file() else None
    return str(found or "").strip()
