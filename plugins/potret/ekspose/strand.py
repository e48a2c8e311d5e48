"""The thread as print tells it: each problem from the report card to its result."""

from potret import catalogue, strings
from potret.ekspose.printing import PrintContext
from potret.ekspose.story import Data, names, signed
from potret.model import Cycle, Evidence, Photo, School, Text
from potret.thread import Filed, Piece, Score, Step, Strand, budget, strands
from potret.wording import shorten


def told(one: School, cycle: Cycle, context: PrintContext) -> Data:
    """Give a cycle year's problems and what the plan costs."""
    added = budget(cycle.thread) if cycle.thread else None
    return {
        "year": cycle.year,
        "strands": [_strand(one, strand, context) for strand in strands(one, cycle)],
        "total": strings.rupiah(added.total, context.locale) if added and added.costed else "",
    }


def _strand(one: School, strand: Strand, context: PrintContext) -> Data:
    concern, say = strand.concern, context.say
    return {
        "problem": say(concern.masalah),
        "codes": ", ".join(concern.indikator),
        "scores": [_score(score, context) for score in strand.scores],
        "causes": names(concern.akar_masalah, context),
        "recommendations": names(concern.rekomendasi, context),
        "programme": say(concern.program),
        "steps": [_step(one, step, context) for step in strand.steps],
        "outcome": say(concern.hasil),
        "next": say(concern.strategi_baru),
    }


def _score(score: Score, context: PrintContext) -> Data:
    def end(reading: object) -> str:
        value = getattr(reading, "value", None)
        return "" if value is None else f"{strings.number(value, context.locale)} ({getattr(reading, 'year', '')})"

    return {
        "name": f"{score.item.code} {score.item.name(context.locale)}",
        "before": end(score.before),
        "after": end(score.after),
        "target": strings.number(score.target, context.locale) if score.target is not None else "",
        "change": signed(score.change, context),
    }


def _step(one: School, step: Step, context: PrintContext) -> Data:
    activity, say = step.activity, context.say
    funds = catalogue.profile()["funds"]
    fund = catalogue.label(funds[activity.sumber_dana], context.locale) if activity.sumber_dana else ""
    cost = "–" if activity.biaya is None else context.t("thread.free")
    cost = strings.rupiah(activity.biaya, context.locale) if activity.biaya else cost
    schools = {each.npsn: each.nama for each in one.profile.imbas}
    return {
        "name": say(activity.nama),
        "when": say(activity.waktu) or "–",
        "who": say(activity.penanggung_jawab),
        "cost": cost,
        "fund": fund if activity.biaya else "",
        "proofs": [_proof(piece, context) for piece in step.pieces],
        "imbas": [schools.get(npsn, npsn) for npsn in activity.imbas],
    }


def _proof(piece: Piece, context: PrintContext) -> str:
    target = piece.target
    if isinstance(target, Filed):
        return _titled(target.entry, context)
    if isinstance(target, Photo):
        return shorten(context.say(target.front.keterangan), 90)
    if target is not None:
        return target.article.of(context.locale)[0].title or target.front.judul
    return piece.reference.partition(":")[2]


def _titled(entry: Evidence, context: PrintContext) -> str:
    row = catalogue.cycle()["documents"].get(entry.jenis)
    return context.say(entry.judul) or (catalogue.label(row, context.locale) if row else entry.jenis)


def joined(one: School, npsn: str) -> list[Text]:
    """List the activities an imbas school took part in, oldest first, each name once."""
    found = [
        activity.nama
        for cycle in one.cycles
        if cycle.thread
        for concern in cycle.thread.masalah
        for activity in concern.kegiatan
        if npsn in activity.imbas
    ]
    return list({str(name): name for name in found}.values())
