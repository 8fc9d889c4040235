"""Numbers that name or address something: 'step 3', 'HTTP 500', '42 Elm Street'."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.metrics import units
from storybank.metrics.atom import Atom
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Kind
from storybank.metrics.nouns import FUNCTION
from storybank.metrics.quantity import is_number, low
from storybank.metrics.tokens import Shape, Token

_LABELS = word_set(
    """
    stop well wing bay step section phase version v ver chapter page pages part level tier figure fig table room
    building floor gate terminal store shop branch line row column unit apartment flat suite box ticket issue
    bug case story story's epic task question item number no nr option plan scenario exhibit appendix article
    rule paragraph clause principle day week month year sprint quarter iteration milestone wave round stage
    cycle batch run release build grade class track bus tram flight platform route highway exit lane port
    channel station ward shift team squad group account order invoice id pr mr rfc iso din en http https error
    status code sev severity priority p zone sector region hall bed dock drawer slide lesson module book volume
    vol act scene match game season episode area block site plant machine pump truck server node rack cell model
    type mark mk generation gen python java angular react rails django php ruby kotlin swift go c android ios
    windows macos ubuntu debian centos postgres postgresql mysql oracle terraform kubernetes spring vue laravel
    symfony drupal magento redis kafka spark hadoop tensorflow pytorch cuda tls ssl oauth wcag soc pci gdpr web
    industry agenda formula lufthansa boeing airbus iphone galaxy pixel nokia ps xbox covid catch interstate
    apollo world g llama claude gpt gemini category cat size square age aged turned kindergarten radio studio
    tour point sql pin form fortune ftse apt ext extension tel phone fax call dial zip postcode lot plot passage
    verse psalm league division net chart diagram graph photo
    """
)
"""Before a bare number they make it a name."""
_BARE_LABELS = word_set(
    """
    package workstream stream tranche cohort rehearsal attempt term semester theatre cubicle pod cluster shard
    partition schedule annex annexe attachment slot locker desk camp leg lap heat trial experiment hypothesis
    protocol band tip lesson pillar reason mistake bay gate runway
    employee participant respondent candidate patient bidder supplier squadron platoon resolution offer proposal draft
    """
)
"""The same, but only where nothing is counted behind the number."""
_RELEASING = word_set("shipped shipping ship released releasing release tagged tagging")
"""What is shipped and has a point is a version: 'released 4.0'."""
_LARGE_LABELS = word_set("http error room iso rfc fortune ftse rule section chapter article")
"""They name even large numbers before a noun: 'Fortune 500 client'."""
_COMMON = word_set("age turned team call run go plan form match order line type page point number no")
"""Before '12 people' they are plain words."""
_EACH = word_set("each every per a this last next that the")
_ADDRESSED = word_set("port number id pin extension code version page room address badge line")
_MEASURED_CAPS = word_set(
    """
    nps enps csat mttr mttd mtbf arr mrr dau mau wau roi ces sla slo auc gpa f1 esat cpu mos tps qps rps aht oee lcp
    inp ttfb fcp rto rpo cac ltv cpa cpc cpm ctr aov roas dso dpo dio eps irr npv nrr grr acv tcv gmv trir ltifr ppm
    otif otp cpi spi bmi los
    """
)
"""Acronyms that a number may stand behind as their value."""
_STATUS = frozenset(
    {200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 405, 408, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504}
)
_STATUS_WORDS = word_set("error errors response responses status code codes page pages")
_PLACES = word_set("street st road rd avenue ave lane drive boulevard square strasse")


def named(tokens: Sequence[Token], atom: Atom) -> bool:
    """'Step 3', 'week 5', 'Windows 11', 'level 3 support': a label or a name stands before."""
    if atom.first == 0 or tokens[atom.first].breaks or atom.kind not in {Kind.COUNT, Kind.DURATION}:
        return False
    before = tokens[atom.first - 1]
    word = before.low
    if word in {"<", ">", "=", "≤"} and low(tokens, atom.first - 2) == "p" and atom.value < 1:
        return True
    if before.low == "." and low(tokens, atom.first - 2) in {"no", "nr", "fig", "vol", "v", "ver", "sec", "art"}:
        return True
    if (
        word in {"is", "was", ":", "="}
        and atom.bare
        and low(tokens, atom.first - 2) in _ADDRESSED
        and low(tokens, atom.last) not in {"-", "–", "to"}
    ):
        return True
    if before.shape is Shape.CODE and atom.bare and "." in tokens[atom.first].text and before.text[0].isupper():
        return True
    if before.shape is not Shape.WORD:
        return False
    if _labels(tokens, atom):
        return True
    if atom.bare and atom.value == 101 and not atom.spelled and word not in FUNCTION and word != "about":
        return True
    if word == "scale" or (word in {"of", "from"} and low(tokens, atom.first - 2) == "scale"):
        return True
    if not atom.bare or not before.text[0].isupper() or atom.spelled or word in _MEASURED_CAPS:
        return False
    if before.text.isupper() and len(word) > 1:
        return True
    return (
        not before.opens
        and low(tokens, atom.first - 2) not in {".", "!", "?", ":", "", "-", "•", "|"}
        and word not in FUNCTION
    )


def _labels(tokens: Sequence[Token], atom: Atom) -> bool:
    """The word before makes the number a name: 'week 5', 'level 3 engineers', but not 'each week 300 customers'."""
    word = low(tokens, atom.first - 1)
    if word in _BARE_LABELS and atom.bare:
        return True
    if word in _RELEASING and atom.bare and "." in tokens[atom.first].text and low(tokens, atom.last) not in {"/", "-"}:
        return True
    if word not in _LABELS:
        return atom.bare and word.endswith("s") and len(word) > 3 and word[:-1] in _LABELS
    if atom.bare:
        return low(tokens, atom.last) not in {"→", "->", "=>"}
    one = atom.value == 1 and not atom.spelled
    if word in units.TIME:
        return one and low(tokens, atom.first - 2) not in _EACH
    if atom.kind is Kind.DURATION or (atom.value > 99 and word not in _LARGE_LABELS):
        return False
    return one or word not in _COMMON


def status(tokens: Sequence[Token], atom: Atom) -> bool:
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


def address(tokens: Sequence[Token], atom: Atom) -> bool:
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
    while is_number(tokens, at) and tokens[at].text.isdigit() and groups < 4:
        groups += 1
        at += 1
        at += low(tokens, at) in {"-", ")", "/"}
    return groups


def _group_back(tokens: Sequence[Token], at: int) -> int:
    groups, at = 0, at - 1
    while groups < 4:
        at -= low(tokens, at) in {"-", "(", ")", "/"} and at > 0
        if not (is_number(tokens, at) and tokens[at].text.isdigit()):
            break
        groups += 1
        at -= 1
    return groups + (low(tokens, at) == "+" and groups > 0)
