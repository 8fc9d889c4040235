"""Blaming others.

Source: the L6 guide's 'Red Flags to Avoid' (leadership) and 'Common Mistakes' of the advanced scenarios.
A neutral cause (a failed disk, a vendor's outage, a missing test) is not blame: a person or a group must be said to be
at fault, to have failed, or to have let the speaker down.
"""

from storybank.rules.blame_frames import FRAMES
from storybank.rules.kinds import Wording
from storybank.rules.model import Severity, said
from storybank.rules.people import OTHERS, PEOPLE
from storybank.rules.vocabulary import word_set

_FAULT = r"""
    \b(?:(?:was|were|is|are|was\ all|was\ entirely|was\ clearly|was\ really)\ (?:%(o)s(?:'s|')\ |(?:his|her
        |their)\ (?:own\ )?)fault\b)
  | \b(?:wasn't|weren't|isn't|not|never)\ (?:\w+\ )?my\ (?:\w+\ )?(?:fault|responsibility|problem|mistake)\b
  | \b(?:fault|mistake|failure|error|screw-?up)\ (?:of|by|lay\ with|was\ with|on\ the\ part\ of)\ (?:the[ ]
      |our\ |my\ )?%(o)s\b
  | \b(?:to\ blame|at\ fault)\b
  | \b(?:i|we|project|product|launch|team)\ (?:was|were|got|had\ been|felt)\ (?:\w+\ )?(?:sabotaged|undermined
      |let\ down|betrayed|misled|lied\ to|set\ up|screwed|abandoned|held\ back|ignored)\ by\b
  | \b(?:without|with\ no|with\ little|got\ no|received\ no|no|lack\ of|little|zero|hardly\ any)\ (?:any[ ]
      |real\ )?(?:support|help|guidance|direction|communication|leadership|input|cooperation)\ from\ %(o)s\b
  | \b(?:i|we)\ (?:had\ to|ended\ up|end\ up|was\ forced\ to|were\ forced\ to)\ (?:do(?:ing)?|carry(?:ing)?
      |clean(?:ing)?\ up|fix(?:ing)?|pick(?:ing)?\ up)\ (?:everything\b|all\ (?:of\ )?the\ work
      |most\ of\ the\ work|their\ (?:\w+\ )?(?:work|mess|mistakes?|slack|part|job)|his\ (?:\w+\ )?(?:work|mess
      |mistakes?|slack|part|job)|her\ (?:\w+\ )?(?:work|mess|mistakes?|slack|part|job)|(?:after|for)\ (?:them
      |him|her)\b)
  | \bi\ (?:had|got|received|was\ given)\ (?:absolutely\ |almost\ )?no\ (?:support|help|guidance|training
      |direction)\b | \bno\ (?:one|body)\ (?:appreciated|supported|helped|listened\ to\ me|backed\ me
      |trained\ me)\b | \bnobody\ (?:appreciated\ (?:me|my|how|what)|supported\ me|helped\ me|listened\ to\ me
      |backed\ me|trained\ me)\b | \b(?:everyone|everybody)\ was\ against\ me\b
  | \bexpected\ (?:a\ )?(?:more|better)\ (?:[\w-]+\ ){0,4}?from\ (?:some\ of\ )?(?:my|the|our|them|him|her)\b
  | \bthrew\ (?:me|us)\ under\ the\ bus\b
  | \b(?:left|leaving)\ (?:me|us)\ (?:with\ (?:all|most|everything|their|his|her)\b|(?:having\ )?to\ (?:pick\ up|do
        |finish
      |clean\ up|carry|fix|cover|redo|deal\ with)\ (?:all|most|their|his|her|the\ (?:rest|work|mess)|everything)\b)
  | \b(?:i|we)\ (?:had\ to|ended\ up)\ (?:pick(?:ing)?\ up|do(?:ing)?|finish(?:ing)?|cover(?:ing)?
        |redo(?:ing)?)\ (?:their|his
      |her)\ (?:\w+\ )?(?:tasks?|share|code|sections?|half)\b
  | \bghosted\ (?:me|us)\b | \b(?:not|n't|hardly)\ (?:\w+\ )?fair\ (?:to|on|that|for)\ (?:me|us|i|we|my)\b
  | \b(?:do|did|doing|done)\ (?:almost\ |nearly\ )?all\ (?:of\ )?the\ work\ (?:by\ )?(?:myself|ourselves|alone)\b
  | \bleaving\ the\ rest\ of\ (?:us|the\ (?:team|group|class))\ (?:to|stuck|behind|with)\b
  | \b(?:no\ one|nobody|none\ of\ (?:them|my\ \w+
        |the\ others))\ (?:would\ |ever\ |even\ |else\ |really\ ){0,2}(?:show(?:ed)?\ up
      |bothered|repl(?:y|ied)|did\ (?:any|anything|their|the\ work|much)|contributed|pulled|(?:has
            |had)\ (?:ever\ |even\ )?(?:done\ anything|lifted|addressed\ (?:it|this|the)))\b
  | \b(?:shift|divert|deflect|pass|push|put)\w*\ (?:all\ )?(?:of\ )?the\ blame\ (?:from\ |onto\ |on\ |to\ )
  | \b(?:us|me|we|i)\ (?:\w+\ ){0,3}?carry(?:ing)?\ (?:his|her|their)\ (?:weight|load)\b
  | \b(?:reasons?|failures?|problems?|delays?|issues?)\ (?:[\w']+\ ){0,6}?(?:due\ to|because\ of|down\ to|lay\ with
        |lies\ with)
      \ (?:the\ |our\ |my\ |upper\ |senior\ |bad\ |poor\ )?(?:management|leadership|managers?|boss(?:es)?|team-?\ ?mates
      |co-?workers|colleagues)\b(?!\ (?:of|being|changes?|tools?))
  | \b(?:advice|warnings?|concerns?|suggestions?|ideas?|pleas|complaints?)\ (?:[\w']+\ ){0,5}?(?:was|were|is|are|got
        |been|being)\ (?:\w+ly\ )?
      (?:ignored|dismissed|brushed\ (?:off|aside)|shot\ down|disregarded)\b
  | \b(?:i|we|i'd|we'd|me|us)\ (?:\w+\ ){0,2}?(?:fix(?:ed|ing)?|clean(?:ed|ing)?\ up|cover(?:ed|ing)?\ (?:up\ )?for
        |paid\ for)\ (?:all\ )?
      (?:of\ )?(?:his|her|their)\ (?:\w+\ )?(?:mistakes?|mess(?:es)?|slack)\b
  | \b(?:claim|grab|steal|stole|hog)\w*\ (?:all\ )?(?:of\ )?(?:the\ )?credit\b
  | \b(?:let|leaves?|left|leaving)\ (?:the\ rest\ of\ us|us|me)\ (?:to\ )?take\ (?:all\ )?(?:of\ )?the\ (?:blame|fall
        |heat)\b
  | \b(?:always|constantly)\ (?:had|has|having|made|making|found|gave|giving|with)?\ ?(?:an?|some
        |another)?\ ?(?:\w+\ )?excuses?\b
  | \bnot\ pull(?:ing)?\ (?:his|her|their)\ (?:own\ )?weight\b
"""
_FAILED = r"""
    \b%(o)s\ (?:\w+ly\ |just\ |had\ |simply\ |then\ |kept\ |also\ |still\ |who\ ){0,2}
    (?: was\ micro-?managing\b[^.!?\n]{0,80}\bled\ to\b | left\ (?:me|us)\ (?:with|holding|hanging|to)\b
      | (?:blamed|blames|blaming)\ (?:me|us|it\ on\ (?:me|us))\b
      | not\ (?:telling|giving|informing|helping|supporting|listening|communicating|responding|replying|doing|caring)\b
      | dropp(?:ed|ing)\ the\ ball | (?:screw|mess|f\w+ck|foul)(?:ed|ing)\ (?:it\ |this\ |that\ |things[ ]
        |everything\ |the\ \w+\ )?up
      | let\ (?:me|us|the\ (?:whole\ )?team|everyone|everybody)\ down | fail(?:ed)?\ (?:me|us|miserably)
      | botched | bungled | sabotag(?:ed|ing) | made\ (?:a|some|the|several|many|an)\ (?:\w+ly\ )?(?:bad|poor
          |wrong|terrible|awful|stupid|horrible|dumb|disastrous|unrealistic|costly)\ (?:call|decision|choice
          |mistake|estimate|promise)s?
      | did\ (?:nothing|absolutely\ nothing|almost\ nothing|not\ (?:even\ )?do\ any|no\ work|very\ little
          |a\ (?:bad|poor|terrible|lousy|sloppy)\ job) | (?:kept|always|constantly|keeps)\ (?:on\ )?(?:chang
          |mov|shift|delay|miss|blam|interrupt|push)\w+\ [^.!?\n]{1,60}?\b(?:so|and)\ (?:i|we)\b
      | undermin(?:ed|ing)\ (?:me|us|my|our)
      | refus(?:ed|ing)\ to\ (?:listen|help|cooperate|take\ (?:any\ )?(?:responsibility|ownership)|do\ (?:their
          |his|her)|admit|support)
      | (?:didn't|did\ not|never|hadn't|not)\ (?:\w+ly\ )?(?:communicat|explain|plan|manage|lead|train|define|document
          |clarify|prepare|respect|follow)\w*\ (?:[\w']+\ ){0,4}?(?:well|properly|effectively|enough|clearly|correctly
          |at\ all|anything|me|us)
      | had\ no\ (?:idea|clue)\ what | tried\ to\ (?:pin|blame|shift) | (?:was|were)\ (?:against\ (?:me|us)
          |(?:\w+ly\ |very\ |too\ |so\ |just\ )?(?:lazy|incompetent|clueless|careless|unreliable|slacking
          |useless|negligent|inexperienced\ and))
      | never\ (?:did\ |really\ )?(?:bothered|contributed|showed|shared|took|made|listened|helped|supported
          |delivered|told|answered|responded|replied|gave|read|tested|did|communicated|informed|understood)
      | (?:didn't|did\ not|wouldn't|would\ not|couldn't|could\ not|couldn't\ even)\ (?:even\ )?
        (?:bother|care|do\ (?:anything|any|a\ thing|enough|much|it|that|his|her|their)|contribut|put\ in
            |show\ up|meet|do\ (?:their|his|her|the|its)\ (?:\w+\ )?(?:job|work|part|homework)|pull\ (?:their
            |his|her)\ weight|listen|take\ (?:any\ )?(?:responsibility|ownership)
          |deliver|hold\ up|communicate\ (?:anything|properly|clearly|to)|know\ what\ (?:they|he|she)
              |tell\ (?:me|us)|give\ (?:me|us)|support\ (?:me|us)|help\ (?:me|us)|back\ (?:me|us))
      | (?:was|were)\ (?:not\ doing|n't\ doing|slacking|dragging)\b
      | gave\ (?:me|us)\ (?:the\ |a\ |an?\ )?(?:\w+ly\ )?(?:bad|wrong|terrible|poor|incorrect|unclear
          |impossible|unrealistic|incomplete|vague|no)\b
      | (?:didn't|did\ not|don't|do\ not|wouldn't|would\ not|couldn't|doesn't|won't|never)\ even\ (?:check|read|reply
            |repl
          |respond|answer|try|tri|bother|look|ask|call|apologi|contact|tell|told|test|open|attend|come|came|show|give
          |gave|offer|listen
          |help|care|thank)\w*
      | (?:didn't|did\ not|never)\ (?:really\ |even\ )?appreciated?\ (?:me|my|our|how|what|any)\b
      | (?:will\ |would\ |could\ |can\ )?never\ admit\w* | slack(?:s|ed)?\ (?:off|around)\b
      | betrayed\ (?:me|us|my|our|that)\b | undermin(?:ed|ing)\ everything
      | (?:bailed|flaked)\b | (?:doesn't|does\ not|don't|do\ not|didn't|did\ not|won't)\ (?:like|want|bother
            |care)\ to\ (?:show\ up
          |respond|reply|contribute|help|listen|communicate|work|attend|participate|share|answer)
      | never\ (?:returned|attended|came|turned\ up)\ to\ (?:our|the|my|any)\ (?:\w+\ )?(?:meetings?|calls?|sessions?
            |rehearsals?)
      | (?:ghosted|bailed\ on|flaked\ on|walked\ out\ on)\ (?:me|us)\b | stole\ (?:my|our)\b | took\ credit\ for
      | (?:had|made|set)\ (?:\w+ly\ )?(?:unrealistic|unreasonable|impossible)\ (?:expectations|demands)
      | took\ (?:all\ )?the\ credit | ignored\ (?:me|my|us|our|the\ warnings?) | cut\ corners | made\ (?:me
          |us)\ look
      | (?:should|could)\ have\ (?:caught|told|tested|known|done|warned|checked|communicated|planned|given
          |been) | should've
      | caused\ (?:the|this|all|most|a)\ (?:\w+\ )?(?:problem|delay|mess|failure|outage|issue|incident)s?
    )
"""
_BECAUSE = r"""
    \b(?:because|due\ to|thanks\ to|since)\ (?:of\ )?(?:the\ |our\ |my\ |some\ |one\ )?
    %(o)s(?:'s|s')?\ (?:\w+ly\ |just\ |had\ |simply\ ){0,2}
    (?:(?:didn't|did\ not|never|wouldn't|would\ not)\ (?:\w+ly\ |even\ |really\ |ever\ )?(?:do|deliver|finish
        |test|check|communicat|tell|told|give|gave|provid|respond|answer|car|listen|support|help|plan|follow
        |read|show|pull|take|took|meet|bother|prepar|inform|think|understand|document|review|shar|complet
        |submit|approv|send|sent|explain)\w*|failed|refused|(?:kept|always|constantly)\ \w+ing|did\ nothing
        |forgot|missed|was\ (?:too\ )?(?:lazy|slow|late|careless)|were\ (?:too\ )?(?:lazy|slow|late|careless)
      |incompetence|laziness|negligence|carelessness|(?:poor|bad|terrible|lousy|sloppy)\ \w+|lack\ of\ \w+
          |failure|mistakes?)
  | \b(?:because\ of|due\ to|thanks\ to)\ (?:his|her|their)\ (?:incompetence|laziness|negligence|carelessness
      |mistakes?|(?:poor|bad|terrible|lousy|sloppy)\ \w+|lack\ of\ \w+|failure|refusal)
  | \bif\ (?:it\ (?:wasn't|weren't|hadn't\ been)\ for\ |only\ )(?:the\ |our\ |my\ )?%(o)s\b
  | \bif\ (?:the\ |our\ |my\ )?%(o)s\ (?:had\ only|had\ just|had\ done|had\ listened|had\ told)\b
"""
RULE = Wording(
    id="blame",
    name="Blames others",
    severity=Severity.WARNING,
    message="This puts the fault on others",
    why="An interviewer hears that you do not own outcomes, and wonders how you will speak of them one day.",
    fix="Say the fact without the verdict, then what was yours: what you missed, decided and changed.",
    triggers=word_set(
        """
        abandoned addressed admit admits admitted against always appreciate appreciated attended bailed ball because
        betrayed blame blames blaming botched bothered brushed bungled came careless caring carry carrying caused
        claim claimed claiming clue clueless communicated communicating communication constantly contributed
        cooperation corners could couldn't credit deflect deflected demands did didn't direction dismissed
        disregarded divert diverted documented doesn't don't done dragging due effectively ended error even
        everybody everyone everything excuse excuses expectations expected explained failed failure fair fault
        flaked followed forced fouled fucked gave ghosted giving grab grabbed guidance hadn't help helping idea
        ignored incompetent informing input keeps kept lay lazy leadership leaving left let lied lies lifted
        listening made managed mess messed messes micromanaging misled mistake mistakes negligent never nobody
        nothing part pin planned prepared problem refused refusing replied replying respected responding
        responsibility returned sabotaged sabotaging screwed screwup shot should should've since slack slacked
        slacking slacks steal stealing stole support supporting tasks telling thanks threw trained training tried
        turned undermined undermining unrealistic unreasonable unreliable useless wasn't weight weren't won't work
        wouldn't
        """
    ),
    also=PEOPLE
    | word_set(
        """
        excuse excuses credit ignored dismissed disregarded fault blame everything work mess support help
        guidance training direction no one bus mistake problem
        """
    ),
    pattern="|".join(part % {"o": OTHERS} for part in (_FAULT, _FAILED, _BECAUSE)),
    frames=FRAMES,
    unless=r"""
        \b(?:said|says|claimed(?!\ the\ credit)|(?<!\bi\ )(?<!\bwe\ )felt|thought|complained|suspected|believed
              |told\ (?:me|us|him|her)
              |heard|assumed
            |accused)\ (?:that\ )?(?:the|our|their|they|he|she|his|her|my)\b |
        \b(?:without|no|not|never(?!\ admit)|rather\ than|instead\ of|avoid\w*|stop\w*|than|nobody\ was|no\ one\ was
            |nobody)\ (?:\w+\ ){0,3}(?:blam\w+|at\ fault|to\ blame|finger)
      | \b(?:tempting|easy|easier)\ (?:\w+\ ){0,3}?(?:blame|say|point)
      | \bwho\ (?:was|is|were)\ to\ blame
      | \b(?:know|knew|see|find\ out|tell|ask|asked|whether|which|what|if)\ [^.!?\n]{0,60}?\ at\ fault\b
      | \bblame-?(?:less|free)\b | \bi\ (?:was|am)\ (?:\w+\ )?(?:to\ blame|at\ fault)\b | \b(?:it|that
          |this)\ was\ (?:\w+\ )?my\ (?:own\ )?(?:fault|mistake)\b
      | \bi\ (?:\w+\ )?(?:blamed?\ myself|took\ (?:the|full|all)\ (?:\w+\ )?(?:blame|responsibility)
          |should\ have)\b | \bnot\ (?:their|his|her|anyone's|anybody's)\ fault\b
      | \b(?:takes?|took|taking|accept\w*|shar\w+|assign\w*)\ (?:\w+\ )?blame\b
          | \bto\ blame\ (?:anyone|anybody|others|someone)\b
    """,
    fires=(
        said(
            "The release slipped because the QA team never tested anything on time, and there was nothing I could do."
        ),
        said("It wasn't my fault that the launch failed. Our product manager dropped the ball on the requirements."),
        said("My manager refused to listen, so we lost the client."),
        said("Two of my classmates went quiet, leaving me to finish their half the night before."),
        said("Most of them didn't even read the brief, and at the rehearsal no one showed up."),
        said("He passed the blame on to us and would never admit that the plan was his."),
        said("Our warnings about the roof were simply ignored, and the reasons for the leak lay with management."),
        said("We always covered for his mistakes, and in the end he claimed the credit."),
        said("One member bailed in May and never came to our meetings, and it isn't fair that we paid for it."),
        said("He does not bother to reply, leaving the rest of us to do all the work ourselves."),
        said("My supervisor betrayed that trust, and no one had addressed it since."),
        said("The university had not communicated properly with us about the room."),
        said("I had done my part, and that was on them, not on us."),
        said("It went wrong exactly as I had said it would, and I was the one who had to clean up."),
        said("The buyers burned the whole budget by May; there was nothing I could have done."),
        said("If the sales team had told us about the promise, we would have built it."),
        said("Our head chef rarely answers and always dismisses ideas, so it all falls on me."),
        said("I sent the supplier four reminders and nobody replied."),
    ),
    silent=(
        said("The outage was caused by a failed disk, and the replica had not been promoted. I ran the recovery."),
        said("I led the blameless post-mortem, where we agreed that nobody was to blame and fixed the alert."),
        said("Their team owned the service, so I asked their lead to join the call and we mended it together."),
        said("Two of my suggestions were taken up; the delay was due to snow."),
        said("Most of the users did not even notice the switch, and none of the calls were dropped."),
        said("Instead of shifting the blame I wrote down what each of us could have seen earlier, me first."),
        said("I was the one who had to tell the families, so I called each of them that evening."),
        said("We could not tell whether the pump or the valve was at fault, so I swapped one and timed it."),
        said("If the client had agreed in May, we would have opened in July; I used the time to train the staff."),
        said("Two of us did our part of the hall and then helped the others with theirs."),
        said("The missed deadline was my fault: I should have asked the vendor earlier."),
    ),
)
