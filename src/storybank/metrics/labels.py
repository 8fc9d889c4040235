"""Numbers that name, date or address something instead of measuring it."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.metrics import units
from storybank.metrics.atom import Atom
from storybank.metrics.model import Kind
from storybank.metrics.nouns import FUNCTION
from storybank.metrics.numerals import SPELLED, TENS
from storybank.metrics.quantity import low
from storybank.metrics.tokens import Shape, Token

_LABELS = frozenset(
    """step section phase version v ver chapter page pages part level tier figure fig table room building floor gate
    terminal store shop branch line row column unit room apartment flat suite box ticket issue bug case story story's
    epic task question item number no nr option plan scenario exhibit appendix article rule paragraph clause principle
    day week month year sprint quarter iteration milestone wave round stage cycle batch run release build grade class
    track bus tram flight platform route highway exit lane port channel station ward line shift team squad group
    account order invoice id pr mr rfc iso din en http https error status code sev severity priority p stage zone
    sector region hall bay bed dock drawer slide lesson module unit book volume vol act scene match game season episode
    area block site plant machine pump truck server node rack cell model type mark mk generation gen python java node
    angular react rails django php ruby kotlin swift go c android ios windows macos ubuntu debian centos postgres
    postgresql mysql oracle terraform kubernetes spring vue laravel symfony drupal magento redis kafka spark hadoop
    tensorflow pytorch cuda tls ssl oauth wcag soc pci gdpr web industry agenda formula lufthansa boeing airbus iphone
    galaxy pixel nokia ps xbox wave covid catch area route interstate apollo world g llama claude gpt gemini wing
    category cat size square plan age aged turned kindergarten channel radio studio tour number point sql pin form
    apt ext extension tel phone fax call dial zip postcode lot plot passage verse psalm league division net""".split()
)
"""Before a bare number they make it a name."""

_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec spring summer autumn fall winter easter christmas monday tuesday wednesday thursday friday
    saturday sunday""".split()
)
_YEAR_BEFORE = frozenset(
    """in since by from until till of during early late mid year fiscal fy before after around to and back through
    ending between 's""".split()
)
_CLOCK_BEFORE = frozenset("at until till by before after from past around since between and to".split())
_CLOCK_AFTER = frozenset("a.m p.m am pm o'clock oclock".split())
_CLOCK_VERBS = frozenset("at until till o'clock".split())
_STATUS = frozenset(
    {200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 405, 408, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504}
)
_STATUS_WORDS = frozenset("error errors response responses status code codes page pages".split())
_ADDRESSED = frozenset("port number id pin extension code version page room address badge line".split())
_EACH = frozenset("each every per a this last next that the".split())
_PLACES = frozenset("street st road rd avenue ave lane drive boulevard square strasse".split())
_NAMES_BY_NUMBER = frozenset({(24, 7), (80, 20), (50, 50), (9, 11), (60, 40), (70, 30), (90, 10), (99, 1), (365, 24)})


def is_label(tokens: Sequence[Token], atom: Atom) -> bool:
    """The atom names, dates or addresses something."""
    return any(test(tokens, atom) for test in (_glued_name, _ordinal, _date, _clock, _status, _named, _idiom, _address))


def _glued_name(tokens: Sequence[Token], atom: Atom) -> bool:
    """'CO-1', 'GPT-4', 'id_42', '#482', '10:30', '2x4', '5xx', '3D'."""
    first = tokens[atom.first]
    before = tokens[atom.first - 1] if atom.first else None
    if before is not None and first.glued:
        if before.low in {"#", "_", "№", "@", ":", "."}:
            return before.low != ":" or (atom.first > 1 and tokens[atom.first - 2].shape is Shape.NUMBER)
        if before.low in {"-", "/"} and before.glued and atom.first > 1:
            joined = tokens[atom.first - 2]
            if joined.shape is Shape.CODE or (before.low == "/" and joined.shape is Shape.WORD):
                return True
            return joined.shape is Shape.WORD and joined.low not in {"sub", "near", "over", "under", "plus", "to", "top"}
        if before.shape in {Shape.CODE, Shape.WORD} and atom.kind is not Kind.MONEY:
            return _chain(tokens, atom)
    after = tokens[atom.last] if atom.last < len(tokens) else None
    if after is None or not after.glued:
        return False
    if after.shape is Shape.CODE or after.low in {"_", "@"}:
        return True
    if after.low == ":" and atom.last + 1 < len(tokens):
        return tokens[atom.last + 1].shape is Shape.NUMBER and tokens[atom.last + 1].glued
    return after.shape is Shape.WORD and tokens[atom.last - 1].shape is Shape.NUMBER


def _chain(tokens: Sequence[Token], atom: Atom) -> bool:
    """Letters and digits in one piece, other than '1h30m'."""
    return not (tokens[atom.first - 1].low in {"h", "hr", "m", "min", "d"} and atom.kind is Kind.DURATION)


def _ordinal(tokens: Sequence[Token], atom: Atom) -> bool:
    """'3rd', '21st', '90s', '1. ' at the start of a line."""
    last = tokens[atom.last - 1]
    after = tokens[atom.last] if atom.last < len(tokens) else None
    if last.low in {"st", "nd", "rd", "th"} or (after is not None and after.low in {"st", "nd", "rd", "th"}):
        return True
    if atom.unit == "second" and last.text == "s" and last.glued and tokens[atom.first].text.endswith("0"):
        return tokens[atom.last - 2].value >= 1000 or low(tokens, atom.first - 1) in {"the", "his", "her", "my", "'"}
    if after is not None and after.glued and after.low == "'s" and atom.bare:
        return True
    if not tokens[atom.first].opens or atom.spelled or after is None or atom.last - atom.first != 1:
        return False
    return after.low in {".", ")", ":"} and after.glued or after.low == "⃣"


def _date(tokens: Sequence[Token], atom: Atom) -> bool:
    """'March 3', '12 March', '2024-05-01', 'in 2022', 'FY24', "'23"."""
    before, after = low(tokens, atom.first - 1), low(tokens, atom.last)
    first = tokens[atom.first]
    if not atom.bare and not _year(tokens, atom):
        return False
    if first.shape is not Shape.NUMBER:
        return atom.spelled and 13 <= atom.value <= 20 and after in TENS
    if before == "'" and len(first.text) == 2 and first.glued:
        return True
    months = before in _MONTHS or after in _MONTHS or (after == "of" and low(tokens, atom.last + 1) in _MONTHS)
    if months and 1 <= atom.value <= 31 and not (before in _MONTHS and not atom.bare):
        return before != "may" or tokens[atom.first - 1].text == "May"
    if before in {"-", "/", "."} and first.glued and _digits(tokens, atom.first - 2) and low(tokens, atom.first - 3) == before:
        return True
    if after in {"-", "/", "."} and _digits(tokens, atom.last + 1) and low(tokens, atom.last + 2) == after:
        return _digits(tokens, atom.last + 3) and tokens[atom.last + 3].glued
    return _year(tokens, atom)


def _digits(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].shape is Shape.NUMBER


def _year(tokens: Sequence[Token], atom: Atom) -> bool:
    first = tokens[atom.first]
    whole = first.text.isdigit() and len(first.text) == 4 and 1900 <= first.value <= 2100 and atom.value == first.value
    if not whole or atom.kind is not Kind.COUNT:
        return False
    if not atom.unit or tokens[atom.first - 1].low in _MONTHS:
        return True
    return low(tokens, atom.first - 1) in _YEAR_BEFORE or low(tokens, atom.first - 1) == "the"


def _clock(tokens: Sequence[Token], atom: Atom) -> bool:
    """'9:30', '3 a.m.', 'at 11', '9 to 5'."""
    before, after = low(tokens, atom.first - 1), low(tokens, atom.last)
    spoken = after in _CLOCK_AFTER or (after in {"a", "p"} and low(tokens, atom.last + 1) == "." and low(tokens, atom.last + 2) == "m")
    if spoken or low(tokens, atom.last - 1) in {"am", "pm"}:
        return True
    if (after == "h" or atom.unit == "hour") and before == "at" and low(tokens, atom.last - 1) == "h":
        return True
    if not atom.bare or atom.value > 24:
        return False
    if after in {"in", "on"} and low(tokens, atom.last + 1) in {"the", "a"} and low(tokens, atom.last + 2) in {"morning", "afternoon", "evening"}:
        return True
    if before in {"past", "half"} or after in {"sharp", "past"}:
        return True
    return before in _CLOCK_VERBS and atom.value == int(atom.value) and not after.isalpha() and after != "/"


def _status(tokens: Sequence[Token], atom: Atom) -> bool:
    """'500 errors' and 'a 404', but not '500 errors a day'."""
    if atom.kind is Kind.DURATION and tokens[atom.last - 1].text == "s":
        return tokens[atom.first].value in _STATUS and tokens[atom.last - 1].glued
    if atom.kind is not Kind.COUNT or tokens[atom.first].value not in _STATUS or atom.last - atom.first > 2:
        return False
    if atom.bare:
        return low(tokens, atom.first - 1) in {"a", "returned", "http", "with"} or low(tokens, atom.last) in _STATUS_WORDS
    return tokens[atom.last - 1].low in _STATUS_WORDS and atom.value >= 400


def _named(tokens: Sequence[Token], atom: Atom) -> bool:
    """'Step 3', 'week 5', 'Windows 11', 'level 3 support': a label or a name stands before."""
    if atom.first == 0 or tokens[atom.first].breaks or atom.kind not in {Kind.COUNT, Kind.DURATION}:
        return False
    before = tokens[atom.first - 1]
    word = before.low
    if before.low == "." and low(tokens, atom.first - 2) in {"no", "nr", "fig", "vol", "v", "ver", "sec", "art"}:
        return True
    if word in {"is", "was", ":", "="} and atom.bare and low(tokens, atom.first - 2) in _ADDRESSED:
        return True
    if before.shape is not Shape.WORD:
        return False
    if word in _LABELS and (atom.bare or _label_wins(tokens, atom)):
        return low(tokens, atom.first - 2) not in _EACH or (atom.bare and word not in units.TIME)
    if not atom.bare or not before.text[0].isupper() or atom.spelled:
        return False
    return not before.opens and low(tokens, atom.first - 2) not in {".", "!", "?", ":", "", "-", "•", "|"} and word not in FUNCTION


def _label_wins(tokens: Sequence[Token], atom: Atom) -> bool:
    """'level 3 engineers' and 'Python 3 services', but not 'each week 300 customers'."""
    word = low(tokens, atom.first - 1)
    if atom.kind is Kind.DURATION or atom.value > 99 and word not in {"http", "error", "room", "iso", "rfc"}:
        return False
    return word not in units.TIME and word not in {"age", "turned", "team", "call", "run", "go", "plan", "form", "match", "order", "line", "type", "page", "point", "number", "no"}


def _idiom(tokens: Sequence[Token], atom: Atom) -> bool:
    """'24/7', '80/20', '1:1', '5 whys', 'two-way', 'two steps back', '360-degree'."""
    before, after = low(tokens, atom.first - 1), low(tokens, atom.last)
    for sign, other in ((after, atom.last + 1), (before, atom.first - 2)):
        if sign in {"/", "-"} and _digits(tokens, other):
            pair = (atom.value, tokens[other].value) if sign == after and other > atom.last else (tokens[other].value, atom.value)
            if pair in _NAMES_BY_NUMBER and atom.kind is Kind.COUNT:
                return True
    word = tokens[atom.last - 1].low
    if word in {"why", "whys", "way", "ways"} and "-" in {t.low for t in tokens[atom.first : atom.last]} or word == "whys":
        return True
    if atom.spelled and after == "-" and low(tokens, atom.last + 1) in {"way", "pizza", "faced", "why", "on", "to", "liner", "handed"}:
        return True
    if atom.kind is Kind.COUNT and word in {"degree", "degrees", "wheel"} and atom.value in {180, 360, 4}:
        return True
    if after == "-" and low(tokens, atom.last + 1) in {"on", "to", "way", "why", "whys", *SPELLED} or before == "square":
        return True
    if atom.spelled and atom.unit == "cent" and before in {"my", "your", "their"}:
        return True
    if atom.spelled and word in {"steps"} and after in {"back", "ahead", "forward", "away", "behind"}:
        return True
    if atom.spelled and word in {"halves", "pizza", "sixes", "sevens", "minds", "sides", "ends", "fronts", "worlds", "evils", "hats"}:
        return True
    return atom.unit == "eye" or (atom.unit == "day" and atom.value == 0)


def _address(tokens: Sequence[Token], atom: Atom) -> bool:
    """'42 Elm Street', '+49 30 1234567', '555-123-4567'."""
    if not atom.bare and atom.kind is not Kind.COUNT:
        return False
    if any(low(tokens, atom.last + n) in _PLACES for n in (1, 2)) and low(tokens, atom.last).isalpha():
        return tokens[atom.last].text[0].isupper()
    first = tokens[atom.first]
    if first.shape is Shape.NUMBER and atom.bare and first.text.isdigit() and (len(first.text) > 8 or (first.text[0] == "0" and len(first.text) > 1)):
        return True
    return atom.bare and _group(tokens, atom.first) + _group_back(tokens, atom.first) >= 3


def _group(tokens: Sequence[Token], at: int) -> int:
    """How many groups of digits follow from `at`, joined by '-', blanks or brackets, as in a telephone number."""
    groups = 0
    while _digits(tokens, at) and tokens[at].text.isdigit() and groups < 4:
        groups += 1
        at += 1
        at += low(tokens, at) in {"-", ")", "/"}
    return groups


def _group_back(tokens: Sequence[Token], at: int) -> int:
    groups, at = 0, at - 1
    while groups < 4:
        at -= low(tokens, at) in {"-", "(", ")", "/"} and at > 0
        if not (_digits(tokens, at) and tokens[at].text.isdigit()):
            break
        groups += 1
        at -= 1
    return groups + (low(tokens, at) == "+" and groups > 0)
