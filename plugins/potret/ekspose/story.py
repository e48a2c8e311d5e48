"""A school as data for print: what several artefacts tell in the same words and numbers."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from potret import catalogue, standard, strings
from potret.attainment import Attainment, Measure, State, changes, trend
from potret.charts import radar
from potret.ekspose.darkroom import Box
from potret.ekspose.printing import PrintContext
from potret.ekspose.richtext import from_markdown
from potret.model import Article, Cycle, Evidence, Photo, School, Stage, Text
from potret.wording import shorten

EDITION = "snp-2016"
_NAME, LINE = 160, 240
"""Letters of a school's name on a cover, and of a field that is one line on any form."""
GALLERY = Box(84.5, 55)
"""Half of F4 between its margins, and the height `gallery` of base.typ gives a photo."""
Data = dict[str, object]


def article(one: Article | None, context: PrintContext) -> Data | None:
    """Give an article as a tree with its language; None where there is none or it is empty."""
    if one is None:
        return None
    writing, locale = one.of(context.locale)
    nodes = from_markdown(writing.body)
    return {"lang": locale, "nodes": nodes} if nodes else None


def summary(one: Article, context: PrintContext) -> str:
    """Give an article's summary, in Indonesian where it is not translated."""
    return one.of(context.locale)[0].summary or one.source.summary or ""


def day(value: date, context: PrintContext) -> str:
    """Write a date."""
    return strings.day(value, context.locale)


def school(one: School, context: PrintContext) -> Data:
    """Give what every artefact says of its school."""
    profile = one.profile
    place = profile.alamat
    return {
        "name": name(one),
        "npsn": profile.npsn,
        "area": shorten(f"{place.kecamatan}, {place.kabupaten}, {place.provinsi}", _NAME),
        "type": catalogue.label(catalogue.profile()["types"][profile.bentuk], context.locale),
        "lpmp": profile.sekolah_model.lpmp,
        "since": profile.sekolah_model.tahun_mulai,
        "is_example": profile.contoh,
        "url": f"{context.site_url}{'' if context.locale == 'id' else f'{context.locale}/'}sekolah/{one.slug}/"
        if context.site_url
        else "",
    }


def name(one: School) -> str:
    """Give a school's name, cut short where it is no name any more."""
    return shorten(one.profile.nama, _NAME)


def identity(one: School, context: PrintContext) -> list[Data]:
    """Give the identity table; rows without a value are left out."""
    profile, t = one.profile, context.t
    kind = catalogue.label(catalogue.profile()["types"][profile.bentuk], context.locale)
    place, head = profile.alamat, profile.kepala_sekolah
    rt_rw = f"RT {place.rt}/RW {place.rw}" if place.rt and place.rw else None
    rows = [
        ("npsn", profile.npsn),
        ("nss", profile.nss),
        ("type", f"{kind} ({profile.bentuk})"),
        ("status", t(f"status.{profile.status}")),
        ("foundation", profile.yayasan),
        ("accreditation", _accreditation(one, context)),
        ("curriculum", t("curriculum.lain") if profile.kurikulum == "lain" else profile.kurikulum),
        ("principal", head.nama + (t("identity.since", year=head.sejak) if head.sejak else "")),
        ("committee", profile.komite.ketua if profile.komite else None),
        ("hours", t(f"hours.{profile.waktu}") if profile.waktu else None),
        ("address", ", ".join(x for x in (place.jalan, rt_rw, place.dusun, place.desa, place.kode_pos) if x)),
        ("area", f"{place.kecamatan}, {place.kabupaten}, {place.provinsi}"),
        ("power", context.say(profile.listrik)),
        ("internet", context.say(profile.internet)),
        ("water", context.say(profile.air)),
        ("phone", profile.telepon),
        ("email", profile.email),
        ("website", profile.website),
    ]
    return [{"label": t(f"identity.{key}"), "value": shorten(value, LINE)} for key, value in rows if value]


def _accreditation(one: School, context: PrintContext) -> str:
    rank = one.profile.akreditasi
    if rank is None:
        return ""
    score = strings.number(rank.nilai, context.locale, 0) if rank.nilai else ""
    parts = (context.t(f"accreditation.{rank.peringkat}"), score, str(rank.tahun or ""))
    return " · ".join(part for part in parts if part)


def people(one: School, context: PrintContext) -> list[Data]:
    """Give the counts of the school year."""
    found = one.profile.warga_sekolah
    rows = (("pupils", found.pupils), ("teachers", found.guru), ("staff", found.tendik), ("groups", found.rombel))
    return [
        {"label": context.t(f"print.{key}"), "value": strings.number(value, context.locale, 0)} for key, value in rows
    ]


def results(one: School, context: PrintContext) -> Data | None:
    """Give the eight standards of the first and the latest year, with the drawing; None without a report card."""
    series = trend(one.reports, EDITION)
    if not series:
        return None
    first, last = _first(series), series[-1]
    is_single = first is last
    pairs = list(changes(series))
    rows = []
    for number, (row, change) in enumerate(pairs):
        item, before = row.item, first.standards[number].measure
        rows.append(
            {
                "number": item.code,
                "name": item.name(context.locale),
                "short": context.t(f"axis.{item.code}"),
                "before": shown(before, context) if not is_single else "",
                "now": shown(row.measure, context),
                "target": _figure(row.target, context),
                "change": signed(change, context),
                "category": row.category.names.get(context.locale, row.category.names["id"]) if row.category else "",
                "meter": _meter(row.measure, None if is_single else before, row.target),
            }
        )
    edition = standard.catalogue(EDITION)
    return {
        "first": first.year,
        "last": last.year,
        "is_single": is_single,
        "rows": rows,
        "overall": _overall(first, last, context),
        "bounds": [float(one.high) for one in edition.categories],
        "high": float(edition.high),
        "classes": [one.names.get(context.locale, one.names["id"]) for one in edition.categories],
        "radar": _radar(first, last),
        "source": context.say(one.reports[last.year].sumber),
    }


def _first(series: list[Attainment]) -> Attainment:
    """Find the first year that says anything; the latest where there is no other."""
    years = (one for one in series if any(row.measure.value is not None for row in one.standards))
    return next(years, series[-1])


def _overall(first: Attainment, last: Attainment, context: PrintContext) -> Data:
    named = last.category.names if last.category else None
    return {
        "before": "" if first is last else shown(first.overall, context),
        "now": shown(last.overall, context),
        "category": named.get(context.locale, named["id"]) if named else "",
    }


def _meter(now: Measure, before: Measure | None, target: Decimal | None) -> Data:
    def number(value: Decimal | None) -> float | None:
        return None if value is None else float(value)

    return {"now": number(now.value), "before": number(before.value) if before else None, "target": number(target)}


def _radar(first: Attainment, last: Attainment) -> Data | None:
    """Lay out the latest year over the first and its targets, by the same geometry as the site's."""
    now = [row.measure.value for row in last.standards]
    if not any(value is not None for value in now):
        return None
    traces = [("target", [row.target for row in last.standards])]
    traces += [("base", [row.measure.value for row in first.standards])] if first is not last else []
    traces += [("now", now)]
    kept = [(kind, values) for kind, values in traces if any(value is not None for value in values)]
    chart = radar([values for _, values in kept], [one.high for one in standard.catalogue(EDITION).categories])
    return {
        "width": chart.width,
        "height": chart.height,
        "centre": [chart.centre.x, chart.centre.y],
        "axes": [{"end": [a.end.x, a.end.y], "label": [a.label.x, a.label.y], "anchor": a.anchor} for a in chart.axes],
        "rings": [_points(ring.points) for ring in chart.rings],
        "traces": [
            {
                "kind": kind,
                "closed": _points(trace.closed),
                "lines": [_points(piece) for piece in trace.lines],
                "points": [[point.x, point.y] for point in trace.points if point],
            }
            for (kind, _), trace in zip(kept, chart.traces, strict=True)
        ],
    }


def _points(text: str) -> list[list[float]]:
    return [[float(part) for part in point.split(",")] for point in text.split()]


def shown(measure: Measure, context: PrintContext) -> str:
    """Write a value, or in words why there is none; zero is a value."""
    if measure.state is State.VALUE and measure.value is not None:
        return strings.number(measure.value, context.locale)
    return context.t("print.not_applicable" if measure.state is State.NOT_APPLICABLE else "print.no_data")


def _figure(value: Decimal | None, context: PrintContext) -> str:
    return "" if value is None else strings.number(value, context.locale)


def signed(value: Decimal | None, context: PrintContext) -> str:
    """Write a change with its sign, a real minus; empty where it is not known."""
    if value is None:
        return ""
    text = strings.number(abs(value), context.locale)
    sign = "−" if value < 0 else "+"
    return f"{sign}{text}" if text.strip("0,.") else text


def stages(cycle: Cycle) -> Iterator[tuple[Stage | None, Mapping[str, object]]]:
    """Go through all five stages, also those whose page was not handed in."""
    for row in catalogue.cycle()["stages"]:
        yield cycle.stages.get(row["key"]), row


def register(entries: tuple[Evidence, ...], context: PrintContext) -> list[Data]:
    """List documents as a binder's register has them."""
    kinds = catalogue.cycle()["documents"]
    states = {"ya": "signed_ya", "belum": "signed_belum", "tidak-perlu": "signed_tidak"}
    found: list[Data] = []
    for entry in entries:
        kind = catalogue.label(kinds[entry.jenis], context.locale) if entry.jenis in kinds else entry.jenis
        found.append(
            {
                "title": shorten(context.say(entry.judul) or kind, LINE),
                "kind": kind if entry.judul else "",
                "number": shorten(entry.nomor or "–"),
                "day": strings.day(entry.tanggal, context.locale) if entry.tanggal else "–",
                "signed": context.t(f"print.{states[entry.ttd]}"),
                "attached": shorten((entry.berkas or "").rpartition("/")[2]),
                "codes": ", ".join(entry.indikator),
            }
        )
    return found


def gallery(photos: list[Photo], context: PrintContext) -> list[Data]:
    """Describe photos."""
    return [context.photo(photo, GALLERY) for photo in photos]


def names(texts: tuple[Text, ...], context: PrintContext) -> list[str]:
    """Give a list of texts as plain words."""
    return [context.say(one) for one in texts]
