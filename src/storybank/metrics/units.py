"""Units of figures, as data: written forms, their singular name, and what is needed to convert."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from storybank.metrics.lexicon import word_set

SECONDS: Mapping[str, float] = MappingProxyType(
    {
        "nanosecond": 1e-9,
        "microsecond": 1e-6,
        "millisecond": 1e-3,
        "second": 1.0,
        "minute": 60.0,
        "hour": 3600.0,
        "day": 86400.0,
        "night": 86400.0,
        "week": 604800.0,
        "fortnight": 1209600.0,
        "sprint": 1209600.0,
        "month": 2629746.0,
        "quarter": 7889238.0,
        "year": 31556952.0,
        "decade": 315569520.0,
    }
)
"""Units of time with their seconds (mean months and years; a sprint counts as two weeks)."""


def _forms(table: str) -> Mapping[str, str]:
    """Written form -> unit, from lines 'unit: form form ...'."""
    found = {}
    for line in table.strip().splitlines():
        unit, _, forms = line.partition(":")
        found.update(dict.fromkeys([unit.strip(), *forms.split()], unit.strip()))
    return MappingProxyType(found)


TIME = _forms("""
nanosecond: nanoseconds
microsecond: microseconds
millisecond: milliseconds millis
second: seconds
minute: minutes
hour: hours
day: days
night: nights weekday weekdays
week: weeks weekend weekends
fortnight: fortnights
sprint: sprints
month: months
quarter: quarters
year: years
decade: decades
""")
"""Units of time as words."""

SHORT_TIME = _forms("""
nanosecond: ns
microsecond: µs μs us usec
millisecond: ms msec msecs
second: s sec secs
minute: min mins
hour: h hr hrs
day: d
week: w wk wks
month: mo mos mth mths
year: y yr yrs
""")
"""Units of time in short, directly behind digits or one blank."""

PERIODS = _forms("""
second: s sec
minute: min
hour: hr h
day: d
night:
shift:
week: wk
fortnight:
sprint:
month: mo mth
quarter: qtr
year: yr annum
weekend:
season:
""")
"""What a rate is per."""

ADVERBS: Mapping[str, str] = MappingProxyType(
    {
        "hourly": "hour",
        "daily": "day",
        "nightly": "night",
        "weekly": "week",
        "monthly": "month",
        "quarterly": "quarter",
        "yearly": "year",
        "annually": "year",
        "annual": "year",
        "p.a": "year",
        "pa": "year",
    }
)
"""Periods behind an amount: '$45K monthly'."""

TIME_ADJECTIVES = word_set(
    """
    business working full straight consecutive calendar long whole solid more extra additional hard intense busy
    productive paid uninterrupted actual other short fewer successive further spare clear entire
    """
)
"""May stand between a number and its unit of time."""

WORKERS = word_set(
    """
    engineer engineering engineers' man person people developer dev staff team agent nurse work fte
    """
)
"""Of '14 engineer-months'."""

RATES: Mapping[str, str] = MappingProxyType(
    {
        "rps": "request/second",
        "qps": "query/second",
        "tps": "transaction/second",
        "rpm": "request/minute",
        "fps": "frame/second",
        "iops": "operation/second",
        "kbps": "kilobit/second",
        "mbps": "megabit/second",
        "gbps": "gigabit/second",
        "mph": "mile/hour",
        "kmh": "kilometre/hour",
    }
)
"""One-word rates."""

MEASURES = _forms("""
byte: bytes
KB: kb kib
MB: mb mib
GB: gb gib gigs gigabytes gigabyte
TB: tb tib terabytes terabyte
PB: pb petabytes petabyte
kWh: kwh
MWh: mwh
kW: kw
MW: mw megawatts
GW: gw
metre: meter meters metres
kilometre: km kilometers kilometres kms
centimetre: cm
millimetre: mm
mile: miles
foot: feet ft
inch: inches
hectare: ha hectares
gram: grams g
kilogram: kg kgs kilos kilo
tonne: tonnes ton tons
litre: litres liters liter l
degree: degrees °c °f
watt: watts
vCPU: vcpu vcpus
GHz: ghz
MHz: mhz
ppm: ppb
px: pixels pixel
""")
"""Physical and digital sizes: counts with a unit."""

POINTS = _forms("""
pp: ppt ppts pps
point: points pts
bp: bps
""")
"""Points; 'percentage' or 'basis' before them is read by the rule."""


def seconds(unit: str) -> float | None:
    """Seconds of one `unit` of time, None for any other unit."""
    return SECONDS.get(unit)
