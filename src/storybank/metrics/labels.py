"""Numbers that name, date or address something instead of measuring it."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.metrics import units
from storybank.metrics.atom import Atom
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Kind
from storybank.metrics.nouns import FUNCTION
from storybank.metrics.numerals import SPELLED, TENS
from storybank.metrics.quantity import low
from storybank.metrics.tokens import Shape, Token

_LABELS = word_set(
    """
    step section phase version v ver chapter page pages part level tier figure fig table room building floor
    gate terminal store shop branch line row column unit apartment flat suite box ticket issue bug case story
    story's epic task question item number no nr option plan scenario exhibit appendix article rule paragraph
    clause principle day week month year sprint quarter iteration milestone wave round stage cycle batch run
    release build grade class track bus tram flight platform route highway exit lane port channel station ward
    shift team squad group account order invoice id pr mr rfc iso din en http https error status code sev
    severity priority p zone sector region hall bay bed dock drawer slide lesson module book volume vol act
    scene match game season episode area block site plant machine pump truck server node rack cell model type
    mark mk generation gen python java angular react rails django php ruby kotlin swift go c android ios windows
    macos ubuntu debian centos postgres postgresql mysql oracle terraform kubernetes spring vue laravel symfony
    drupal magento redis kafka spark hadoop tensorflow pytorch cuda tls ssl oauth wcag soc pci gdpr web industry
    agenda formula lufthansa boeing airbus iphone galaxy pixel nokia ps xbox covid catch interstate apollo world
    g llama claude gpt gemini wing category cat size square age aged turned kindergarten radio studio tour point
    sql pin form fortune ftse apt ext extension tel phone fax call dial zip postcode lot plot passage verse
    psalm league division net
    """
)
"""Before a bare number they make it a name."""

_MONTHS = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec spring summer autumn fall winter easter christmas monday tuesday wednesday
    thursday friday saturday sunday
    """
)
_YEAR_BEFORE = word_set(
    """
    in since by from until till of during early late mid year fiscal fy before after around to and back through
    ending between 's
    """
)
_CLOCK_BEFORE = word_set("at until till by before after from past around since between and to")
_CLOCK_AFTER = word_set("a.m p.m am pm o'clock oclock")
_CLOCK_VERBS = word_set("at until till o'clock")
_LEVELLED = word_set("stood sat peaked capped stayed remained stable averaged are is was were")
_CLOCK_GOES_ON = word_set("on and every each when we i he she they sharp tomorrow tonight or the")
_STATUS = frozenset(
    {200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 405, 408, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504}
)
_STATUS_WORDS = word_set("error errors response responses status code codes page pages")
_ADDRESSED = word_set("port number id pin extension code version page room address badge line")
_EACH = word_set("each every per a this last next that the")
_PLACES = word_set("street st road rd avenue ave lane drive boulevard square strasse")
_NAMES_BY_NUMBER = frozenset({(24, 7), (9, 11), (7, 24), (365, 24), (24, 365), (7, 365)})


def is_label(tokens: Sequence[Token], atom: Atom) -> bool:
    """The atom names, dates or addresses something."""
    return any(test(tokens, atom) for test in (_glued_name, _ordinal, _date, _clock, _status, _named, _idiom, _address))


def _glued_name(tokens: Sequence[Token], atom: Atom) -> bool:
    """'CO-1', 'GPT-4', 'id_42', '#482', '10:30', '2x4', '5xx', '3D'."""
    first = tokens[atom.first]
    before = tokens[atom.first - 1] if atom.first else None
    if before is not None and first.glued:
        if before.low == "+" and before.glued and tokens[atom.first - 2].shape is Shape.WORD:
            return True
        if before.low in {"×", "^"}:
            return True
        if before.low in {"#", "_", "№", "@", ":", "."}:
            return before.low != ":" or (atom.first > 1 and tokens[atom.first - 2].shape is Shape.NUMBER)
        if before.low in {"-", "/"} and before.glued and atom.first > 1:
            joined = tokens[atom.first - 2]
            if first.shape is not Shape.NUMBER or (joined.glued and low(tokens, atom.first - 3)[:1].isdigit()):
                return False
            if joined.shape is Shape.CODE or (before.low == "/" and joined.shape is Shape.WORD):
                return True
            return joined.shape is Shape.WORD and joined.low not in {
                "sub",
                "near",
                "over",
                "under",
                "plus",
                "to",
                "top",
            }
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
    return _enumerated(tokens, atom, after)


def _enumerated(tokens: Sequence[Token], atom: Atom, after: Token | None) -> bool:
    """'1. ' and '## 2)' at the start of a line, '(3)', '[2. Title]', a keycap."""
    if atom.spelled or after is None or atom.last - atom.first != 1 or not after.glued:
        return False
    if after.low in {"\ufe0f", "\u20e3"}:
        return True
    at = atom.first
    opened = low(tokens, at - 1) in {"(", "["}
    if after.low == "]" and opened:
        return True
    behind = tokens[atom.last + 1] if atom.last + 1 < len(tokens) else None
    begins = behind is not None and not behind.glued and behind.text[0].isupper()
    if after.low == "." and begins and atom.value <= 20 and low(tokens, at - 1) in {".", ":", "|", ";", ")"}:
        return True
    if after.low == ")":
        within = {low(tokens, at - n) for n in range(1, 12)}
        return atom.value <= 20 and ((opened and tokens[at].glued) or "(" not in within)
    while low(tokens, at - 1) in {"#", "-", ">", "[", "(", "|", "+"} and not tokens[at].opens:
        at -= 1
    parted = behind is None or not behind.glued
    return (tokens[at].opens or low(tokens, atom.first - 1) == "[") and after.low in {".", ":"} and parted


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
    if (
        before in {"-", "/", "."}
        and first.glued
        and _digits(tokens, atom.first - 2)
        and low(tokens, atom.first - 3) == before
    ):
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
    spoken = after in _CLOCK_AFTER or (
        after in {"a", "p"} and low(tokens, atom.last + 1) == "." and low(tokens, atom.last + 2) == "m"
    )
    if spoken or low(tokens, atom.last - 1) in {"am", "pm"}:
        return True
    if (after == "h" or atom.unit == "hour") and before == "at" and low(tokens, atom.last - 1) == "h":
        return True
    if not atom.bare or atom.value > 24:
        return False
    if (
        after in {"in", "on"}
        and low(tokens, atom.last + 1) in {"the", "a"}
        and low(tokens, atom.last + 2) in {"morning", "afternoon", "evening"}
    ):
        return True
    if before in {"past", "half"} or after in {"sharp", "past"}:
        return True
    if before not in _CLOCK_VERBS or atom.value != int(atom.value) or low(tokens, atom.first - 2) in _LEVELLED:
        return False
    return (not after.isalpha() and after != "/") or after in _CLOCK_GOES_ON


def _status(tokens: Sequence[Token], atom: Atom) -> bool:
    """'500 errors' and 'a 404', but not '500 errors a day'."""
    if atom.kind is Kind.DURATION and tokens[atom.last - 1].text == "s":
        return tokens[atom.first].value in _STATUS and tokens[atom.last - 1].glued
    if atom.kind is not Kind.COUNT or tokens[atom.first].value not in _STATUS or atom.last - atom.first > 2:
        return False
    if atom.bare:
        return (
            low(tokens, atom.first - 1) in {"a", "returned", "http", "with"} or low(tokens, atom.last) in _STATUS_WORDS
        )
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
    if word in _LABELS and (atom.bare or (atom.value == 1 and not atom.spelled) or _label_wins(tokens, atom)):
        return low(tokens, atom.first - 2) not in _EACH or (atom.bare and word not in units.TIME)
    if not atom.bare or not before.text[0].isupper() or atom.spelled:
        return False
    return (
        not before.opens
        and low(tokens, atom.first - 2) not in {".", "!", "?", ":", "", "-", "•", "|"}
        and word not in FUNCTION
    )


def _label_wins(tokens: Sequence[Token], atom: Atom) -> bool:
    """'level 3 engineers' and 'Python 3 services', but not 'each week 300 customers'."""
    word = low(tokens, atom.first - 1)
    if atom.kind is Kind.DURATION or (
        atom.value > 99 and word not in {"http", "error", "room", "iso", "rfc", "fortune", "ftse"}
    ):
        return False
    return word not in units.TIME and word not in {
        "age",
        "turned",
        "team",
        "call",
        "run",
        "go",
        "plan",
        "form",
        "match",
        "order",
        "line",
        "type",
        "page",
        "point",
        "number",
        "no",
    }


def _idiom(tokens: Sequence[Token], atom: Atom) -> bool:
    """'24/7', '80/20', '1:1', '5 whys', 'two-way', 'two steps back', '360-degree'."""
    before, after = low(tokens, atom.first - 1), low(tokens, atom.last)
    for sign, other in ((after, atom.last + 1), (before, atom.first - 2)):
        if sign in {"/", "-"} and _digits(tokens, other):
            pair = (
                (atom.value, tokens[other].value)
                if sign == after and other > atom.last
                else (tokens[other].value, atom.value)
            )
            if atom.kind is Kind.COUNT and (pair in _NAMES_BY_NUMBER or sum(pair) == 100):
                return True
    word = tokens[atom.last - 1].low
    if (
        word in {"why", "whys", "way", "ways"} and "-" in {t.low for t in tokens[atom.first : atom.last]}
    ) or word == "whys":
        return True
    if (
        atom.spelled
        and after == "-"
        and low(tokens, atom.last + 1) in {"way", "pizza", "faced", "why", "on", "to", "liner", "handed"}
    ):
        return True
    if atom.kind is Kind.COUNT and word in {"degree", "degrees", "wheel"} and atom.value in {180, 360, 4}:
        return True
    if (
        after == "-" and low(tokens, atom.last + 1) in {"on", "to", "way", "why", "whys", *SPELLED}
    ) or before == "square":
        return True
    if atom.spelled and atom.unit == "cent" and before in {"my", "your", "their"}:
        return True
    if atom.spelled and word in {"steps"} and after in {"back", "ahead", "forward", "away", "behind"}:
        return True
    if atom.spelled and word in {
        "halves",
        "pizza",
        "sixes",
        "sevens",
        "minds",
        "sides",
        "ends",
        "fronts",
        "worlds",
        "evils",
        "hats",
    }:
        return True
    return atom.unit == "eye" or (atom.unit == "day" and atom.value == 0)


def _address(tokens: Sequence[Token], atom: Atom) -> bool:
    """'42 Elm Street', '+49 30 1234567', '555-123-4567'."""
    if not atom.bare and atom.kind is not Kind.COUNT:
        return False
    if any(low(tokens, atom.last + n) in _PLACES for n in (1, 2)) and low(tokens, atom.last).isalpha():
        return tokens[atom.last].text[0].isupper()
    first = tokens[atom.first]
    if (
        first.shape is Shape.NUMBER
        and atom.bare
        and first.text.isdigit()
        and (len(first.text) > 8 or (first.text[0] == "0" and len(first.text) > 1))
    ):
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
