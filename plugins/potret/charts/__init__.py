"""Geometry of the charts: numbers in, coordinates out. Words, colours and tables belong to the components.

Coordinates are in units of the drawing's own viewBox, written with one decimal: a printed page needs no more.
"""

from potret.charts.distribution import Bar, Segment, Stacks, stacks
from potret.charts.plane import Point
from potret.charts.radar import Axis, Radar, Ring, Trace, radar
from potret.charts.trend import End, Panel, panel

__all__ = [
    "Axis",
    "Bar",
    "End",
    "Panel",
    "Point",
    "Radar",
    "Ring",
    "Segment",
    "Stacks",
    "Trace",
    "panel",
    "radar",
    "stacks",
]
