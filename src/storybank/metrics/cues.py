"""Words around a figure that say which way it went and whether it is an outcome, as data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from storybank.metrics.lexicon import word_list, word_set
from storybank.metrics.model import Direction

APPROXIMATE = word_set(
    """
    about around roughly approximately approx nearly almost over under some circa ca ~ ≈ < > ≥ ≤ estimated above
    below exceeding maybe perhaps
    """
)
"""Directly before a figure."""
THAN = word_set("more less fewer better greater higher lower longer shorter")
"""Before 'than' they approximate too."""

_DOWN = """
reduce reduced | cut cut | decrease decreased | drop dropped | fall fell | fall fallen | lower lowered
shrink shrank | shrink shrunk | shave shaved | slash slashed | decline declined | trim trimmed | slip slipped
sink sank | sink sunk | halve halved | shorten shortened | slide slid | plunge plunged | plummet plummeted
minimise minimised | minimize minimized | lose lost | collapse collapsed | dip dipped | tumble tumbled
compress compressed | contract contracted | speed sped | fade faded | diminish diminished | downsize downsized
deflect deflected
"""
_UP = """
increase increased | grow grew | grow grown | rise rose | rise risen | raise raised | boost boosted
lift lifted | climb climbed | improve improved | jump jumped | gain gained | double doubled | triple tripled
surge surged | soar soared | spike spiked | expand expanded | scale scaled | accelerate accelerated
extend extended | swell swelled | multiply multiplied | enhance enhanced | strengthen strengthened
balloon ballooned | exceed exceeded | outperform outperformed | bump bumped
"""
_MOVED = """
go went | go gone | move moved | come came | bring brought | take took | change changed | push pushed | get got
drive drove | pull pulled | turn turned | shift shifted | settle settled | stretch stretched
"""
_ACHIEVED = """
achieve achieved | reach reached | deliver delivered | save saved | generate generated | avoid avoided
prevent prevented | recover recovered | restore restored | resolve resolved | fix fixed | ship shipped
launch launched | migrate migrated | hire hired | retain retained | acquire acquired | win won | earn earned
attain attained | hit hit | eliminate eliminated | free freed | adopt adopted | complete completed
finish finished | close closed | gain gained | onboard onboarded | promote promoted | train trained
unlock unlocked | secure secured | maintain maintained | sustain sustained | score scored | raise raised
sell sold | sign signed | convert converted | help helped | produce produced | enable enabled | yield yielded
remove removed | retire retired | automate automated | consolidate consolidated | pass passed | beat beat
stay stayed | keep kept | renew renewed | deploy deployed | handle handled | process processed | serve served
support supported | contribute contributed | result resulted | bring brought | add added | mentor mentored
grow grew | place placed | publish published | collect collected | detect detected | catch caught
"""
_STATED = """
affect affected | cost cost | face faced | lead led | manage managed | own owned | need needed
require required | use used | involve involved | include included | run ran | have had | impact impacted
receive received | experience experienced | budget budgeted | spend spent | ask asked | interview interviewed
read read | give gave | wait waited | work worked | lack lacked | contain contained | see saw | miss missed
fail failed | average averaged | meet met | estimate estimated | propose proposed | analyse analysed
analyze analyzed | review reviewed | hold held | assign assigned | inherit inherited | coordinate coordinated
identify identified | talk talked | call called
"""


def _ing(base: str) -> str:
    """The present participle: 'cut' -> 'cutting', 'reduce' -> 'reducing'."""
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    doubles = base in {"cut", "drop", "slip", "trim", "hit", "win", "get", "run", "dip", "plan", "ship"}
    return base + (base[-1] if doubles else "") + "ing"


def _table(verbs: str) -> Mapping[str, bool]:
    """Form -> it tells of something done; the base form alone may be a plan ('to reduce')."""
    found: dict[str, bool] = {}
    for entry in verbs.strip().replace("\n", "|").split("|"):
        base, past = entry.split()
        found.setdefault(base, base == past)
        found[past] = True
        found.setdefault(_ing(base), True)
        found.setdefault(base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s"), True)
    return MappingProxyType(found)


DOWN, UP, MOVED = _table(_DOWN), _table(_UP), _table(_MOVED)
ACHIEVED, STATED = _table(_ACHIEVED), _table(_STATED)

_PAST = word_set(
    """
    were had have did didn't weren't hadn't said left came went met wrote began spoke chose stuck taught paid bought
    thought knew broke stood told felt made took sent built brought fell rose could would can
    """
)


def tells_past(word: str) -> bool:
    """A finite verb that may follow 'nineteen' in 'of forty, nineteen stayed'."""
    return (
        word in _PAST
        or (word.endswith("ed") and len(word) > 3)
        or any(table.get(word, False) for table in (DOWN, UP, MOVED, ACHIEVED, STATED))
    )


NOUNS: Mapping[str, Direction] = MappingProxyType(
    {
        **dict.fromkeys(word_list("reduction decrease drop decline fall cut saving savings dip"), Direction.DOWN),
        **dict.fromkeys(
            word_list("increase growth rise uplift lift gain improvement jump surge boost spike"), Direction.UP
        ),
    }
)
"""'a reduction of 18%', 'a 12% increase'."""

COMPARED: Mapping[str, Direction] = MappingProxyType(
    {
        **dict.fromkeys(word_list("fewer less lower shorter cheaper smaller down slower"), Direction.DOWN),
        **dict.fromkeys(word_list("more higher faster longer larger bigger better quicker up"), Direction.UP),
    }
)
"""Behind a figure: '30% fewer tickets'."""

COSTS = word_set(
    """
    time times latency latencies cost costs spend bill errors error failures failure defects bugs incidents
    outages churn attrition abandonment turnaround duration delay delays backlog downtime mttr waste tickets
    complaints crashes queue wait load rate
    """
)
"""What is better when there is less of it: to improve it is to lower it ('rate' only behind one of the others)."""

PLANNED = word_set(
    """
    goal goals target targets aim aimed objective objectives should would could will must may might asked want
    wanted need needed planned promised hoped expected expect proposed mandate commit if potential potentially
    deadline trying tried needs supposed task challenged threshold requirement required sla budgeted
    """
)
"""In the same sentence part before a figure they make it a plan."""
ENABLED = word_set("able managed helped allowed us them enabled")
"""Before 'to' they make the infinitive an outcome: 'managed to cut'."""

CONTEXT = word_set("across with for during after among between per every at against of before since through")
"""Prepositions directly before a figure that is only context."""
TIMING = word_set("in within inside over")
"""Before a duration: how long it took, an outcome only behind a verb such as 'restored'."""
FINISHING = word_set(
    """
    restored resolved fixed delivered shipped launched completed finished recovered migrated paid done closed
    deployed patched live
    """
)
