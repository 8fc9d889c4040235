"""Speaking badly of an employer or a person.

Source: 'Common Mistakes' of the advanced scenarios, and the interviewers' public advice not to run down former
colleagues. A hard word for a thing (a toxic dependency, the worst case) is not meant.
"""

from storybank.rules.contempt import FRAMES
from storybank.rules.kinds import Wording
from storybank.rules.model import Severity, said
from storybank.rules.people import OTHERS, PEOPLE
from storybank.rules.vocabulary import word_set

_BAD = r"""
    terrible|horrible|awful|incompetent|useless|lazy|clueless|toxic|stupid|idiotic|idiots?|dumb|arrogant
        |pathetic|a\ joke|a\ nightmare|a\ disaster|a\ mess|a\ jerk|a\ bully|abusive|ridiculous|disorgani[sz]ed
        |dysfunctional|unprofessional|petty|narcissist\w*|a\ micromanager|a\ control\ freak|a\ tyrant|childish
        |dishonest|a\ liar|impossible\ to\ work\ with|a\ pain|annoying|unbearable|miserable|rude|condescending
        |sexist|crazy(?!\ about)|insane|hopeless|worthless|inept|ungrateful|selfish|jealous|too\ controlling|controlling
        |micromanaging|very\ difficult|so\ difficult|a\ difficult\ person|impossible|clique\w*|weak|negligent
        |irresponsible|unreliable|exploitative|corrupt|vindictive|manipulative|sloppy|careless|immature
        |stubborn|greedy|cheap|terribly\ \w+|badly\ (?:run|managed|organi[sz]ed)|poorly\ (?:run|managed)
        |bullies|jerks|disrespectful|racist|unfair|not\ (?:very\ |that\ |particularly\ )?(?:good|competent
        |bright|smart|skilled|capable|professional)|two-faced|hostile|bad\ at\ (?:his|her|their)\ job|the\ worst
              |a\ dictator|a\ backstabber
        |spineless|hypocrit\w+|passive-aggressive|vengeful|unhinged|slackers?|loafers?|free-?\ ?loaders?
        |dead-?\ ?weight|prima\ donnas?|know-it-alls?|drama\ queens?|liars?
"""
_NOT_GOOD = r"""
    (?:very\ |that\ |particularly\ |any\ |really\ |even\ )?(?:good|competent|bright|smart|skilled|capable|professional
        |qualified)\b
"""
_WHAT_THEY_ARE = rf"""
        (?:(?!it\b|this\b|that\b|i\b|we\b|what\b|there\b|said\b|thought\b|because\b|and\b|but\b)\w+\ ){{0,3}}?
          (?:was|were|is|are|being|seemed|can\ be|had\ been|'s)\ (?:[\w-]+,?\ ){{0,4}}?(?:{_BAD})\b
      | (?:turned\ out\ to\ be|proved\ to\ be|came\ across\ as|acted\ like)\ (?:[\w-]+,?\ ){{0,4}}?(?:{_BAD})\b
      | (?:were|was|are|is)(?:n't|\ not)\ {_NOT_GOOD}
      | (?:was|were|is|are)\ (?:kind\ of\ |so\ |very\ |really\ |just\ |always\ |often\ )?(?:mean(?!t|s|ing)|nasty|cruel
          |against\ me)\b
      | (?:\w+ly\ |always\ |constantly\ |would\ |often\ )?(?:micro-?manage[ds]?|micro-?managing|bullied|belittled
          |harassed|exploited)\b
      | (?:[\w-]+\ ){{0,2}}?(?:had|has|have)\ (?:such\ )?an?\ (?:\w+\ ){{0,2}}attitude\b
      | (?:had\ |constantly\ |always\ |repeatedly\ )?lied\ (?:to\ (?:me|us)|about)\b | f\w+ed\ up\b
      | (?:had|have|has)\ (?:absolutely\ |really\ |literally\ )?no\ (?:idea|clue)\b
      | (?:only\ cared\ about|didn't\ care\ about|did\ not\ care\ about|couldn't\ care\ less|never\ cared
          |don't\ care)\b
"""
"""What is said of others that runs them down; follows the word for them."""
RULE = Wording(
    id="negativity",
    name="Runs down an employer or a person",
    severity=Severity.WARNING,
    message="This speaks badly of an employer or a person",
    why="It says more about you than about them, and the interviewer may be their next target in your stories.",
    fix="Describe the behaviour and its effect in neutral words, and what you did to work with it.",
    triggers=word_set(
        """
        abusive against along annoying apology appreciated aren't arrogance arrogant attitude awful bad badly
        belittled bullied bullies bully can't care cared careless cares chaotic cheap childish clique cliquey clue
        clueless condescending controlling corrupt couldn't crappy crazy cruel crummy crushing cutthroat dead
        deadweight depressing despise despised dictator difficult disaster dishonest disorganised disorganized
        disrespectful don't donna drive drives driving drove dumb dysfunctional ego egomaniac egomaniacs
        exploitative exploited fed freak freeloader freeloaders fucked greedy harassed hate hated hateful hell
        hopeless horrible hostile hypocrite hypocritical idea idiot idiotic idiots immature impossible incompetence
        incompetent inefficient inept insane insufferable irresponsible isn't jealous jerk jerks joke lackluster
        lacklustre laziness lazy liar liars lied loafer loafers loathe loathed lousy lust lusted luster manipulative
        mean mess micromanage micromanaged micromanager micromanages micromanaging miserable moron morons narcissist
        narcissistic nasty negligent nightmare numbing obnoxious pain passive-aggressive pathetic petty pin pitted
        politics poor poorly queen racist ridiculous rotten rude selfish sexist shitty sick skills slacker slackers
        sloppy spineless stand stubborn stupid stupidity terrible thankless tired toxic treated two-faced tyrant
        unbearable unfair ungrateful unhinged unprofessional unreliable useless vengeful vindictive wasn't weak
        weight weren't worst worthless
        """
    ),
    also=PEOPLE
    | word_set(
        """
        conditions environment workplace culture atmosphere job place firm employer office style no hated hate
        couldn't can't stand sick politics
        """
    ),
    pattern=rf"""
        \b(?:(?:work|working)\ )?(?:conditions|environment|culture|atmosphere|workplace|company|job
            |management\ style|leadership\ style|place|firm|organi[sz]ation|employer|office)\ (?:there[ ]
            |itself\ |here\ )?(?:was|were|is|are|had\ become|became|felt)\ (?:\w+\ ){{0,3}}?(?:toxic|unbearable
            |terrible|horrible|awful|miserable|a\ nightmare|a\ mess|a\ joke|a\ disaster|hell|hostile|abusive
            |disgusting|dysfunctional|chaotic\ and|badly|poorly|rotten|cutthroat|soul-?crushing|depressing
            |exploit\w+)
      | \b(?:(?:he|she)'s\ not|they're\ not)\ {_NOT_GOOD}
      | \b(?:did\ not|didn't|never|couldn't|don't|can't)\ (?:really\ )?get\ along\ with\ (?:my
          |the)\ (?:\w+\ )?(?:boss|manager|supervisor|director|lead|management|ceo)\b
      | \b(?:(?:he|she)'s|they're)\ (?:[\w-]+,?\ ){{0,4}}?(?:{_BAD})\b
      | \b{OTHERS}\ (?:{_WHAT_THEY_ARE})
      | \b(?:terrible|horrible|awful|incompetent|useless|lazy|clueless|toxic|stupid|arrogant|pathetic|abusive
          |disorgani[sz]ed|dysfunctional|unprofessional|rude|condescending|nightmare|worst|inept|crazy|dumb
          |micromanaging|bad|annoying|crummy|nasty|obnoxious|insufferable|unbearable|hateful)
        \ (?:(?!if\b|when\b|for\b|to\b|that\b|and\b|as\b|because\b|with\b)\w+\ )?(?:manager|boss|supervisor|director
              |management|leadership|company|employer
            |team\ ?mate|coworker|co-worker|colleague|department|culture|workplace|work\ environment
            |environment|people|client|leader|ceo|group|member|employee|classmate|professor|co-?workers?|staff
            |executives?|engineers?|developers?|vp|bosses|idiots|place\ to\ work)s?\b
      | \b(?:i|we|everyone|everybody|nobody)\ (?:\w+\ )?(?:hated|hate|despised?|loathed?|couldn't\ stand
          |can't\ stand|could\ not\ stand|was\ sick\ of|were\ sick\ of|got\ sick\ of|am\ sick\ of)\ (?:my|the
          |that|them|him|her|it\ there|working|this|our|being|every|how|an?\ (?:\w+\ )?(?:boss|manager|co-?worker
          |colleague|team-?mate|client)|it\ here)\b
      | \b(?:horrible|terrible|awful|poor|bad|zero|no|lousy|crappy|non-?existent)\ (?:\w+\ )?(?:people|management
            |leadership
          |organi[sz]ation(?:al)?|communication|listening|social|interpersonal)\ skills\b
      | \black-?\ ?lust(?:er|re)\b | \b(?:excuse|apology)\ for\ a\ (?:manager|boss|leader|team|company)\b
      | \b(?:crappy|shitty|lousy)\ (?:\w+\ )?(?:manager|boss|management|leadership|company|job|communication|culture|pay
          |attitude|workplace|team|people|client)s?\b
      | \ball\ (?:\w+\ )?{OTHERS}\ (?:ever\ |really\ |seem(?:s|ed)\ to\ )?care[sd]?\ about\b
      | \b(?:my|our|the|such\ a|another)\ (?:\w+\ )?micro-?manager\b
      | \b(?:poor|inefficient|weak|bad|awful|terrible)\ (?:leadership|management|managers|bosses)\b(?!\ (?:of|for)\b)
      | \b(?:fed\ up\ with|tired\ of|sick\ of)\ (?:[\w-]+\ ){{0,3}}?(?:management|managers?|boss(?:es)?|leadership
            |company
          |co-?workers?|colleagues?|office|politics|drama|job|being\ (?:lied|treated|ignored|micromanaged|bullied))\b
      | \b(?:drives?|drove|driving)\ (?:me|us|everyone|everybody|people)\ (?:crazy|mad|insane|nuts|up\ the\ wall)\b
      | \b(?:dead-?\ ?end|thankless|soul-?crushing|mind-?numbing)\ (?:\w+\ )?(?:job|role|position|company|course
            |career|work
          |place)\b
      | \b(?:play|pit)(?:s|ed|ted|ting|ing)?\ (?:us|me|people|everyone)\ (?:off\ )?against\b
      | \b(?:the\ way|how)\ (?:i|we)\ (?:was|were|got)\ (?:\w+ly\ )?treated\b | \b(?:i|we)\ (?:was|were|got)\ treated
          \ (?:\w+ly\ )?(?:badly|poorly|unfairly|like|terribly|horribly)\b
      | \bno(?:\ one|body)\ could\ stand\b | \bno(?:\ one
          |body)\ (?:\w+\ )?appreciated\ (?:how|my|me|what|our|anything)\b | \b(?:everyone
          |everybody)\ was\ against\ me\b | \b(?:everyone|they|boss
          |manager)\ (?:tried\ to|wanted\ to)\ (?:pin|blame)\b
      | \b(?:was|were|is|are|such|those|these|of|complete|total|absolute)\ (?:an?\ )?(?:\w+\ )?(?:idiots?
          |morons?|jerks?)\b
      | \b(?:his|her|their|management's|my\ (?:boss|manager)'s|the\ company's)\ (?:\w+\ )?(?:incompetence
          |laziness|stupidity|arrogance|ego|petty\ \w+)\b
      | \b(?:office|company|internal)\ politics\ (?:was|were|is|made|ruined)\b
    """,
    frames=FRAMES,
    unless=r"""
        \b(?:thought|(?<!\bi\ )(?<!\bwe\ )felt|assumed|believed|said|says|complained|called|feared|worried|afraid
            |rumou?r)\ (?:that\ )?(?:\w+\ )?(?:they|he|she|the|their|his|her|our|people|him|them|me|us|my)\b |
        \bi\ (?:was|am|felt|had\ been)\ (?:\w+\ )?(?:terrible|awful|stupid|lazy|rude|arrogant|clueless
            |a\ micromanager|the\ worst)\b
      | \b(?:why|whether|if)\ (?:he|she|they|my\ \w+|the\ \w+)\ (?:was|were)\b
      | \b(?:wasn't|weren't|isn't|not|never)\ (?:\w+\ )?(?:incompetent|lazy|stupid|rude|toxic|hostile|terrible
          |bad|useless|unprofessional|jealous|selfish)\b
    """,
    fires=(
        said("My boss was incompetent and honestly the whole company was a mess."),
        said("I worked in a toxic culture under a terrible manager, so I left."),
        said("He was a cold, sulking, arrogant man with no people skills."),
        said("All our management seemed to care about was the monthly figure. It was a dead-end job."),
        said("She turned out to be a selfish, two-faced slacker, and he's the laziest dead weight of all."),
        said("I was fed up with the office, and our annoying group leader drove everybody mad."),
        said("We suffered from poor leadership and one nasty colleague."),
        said("Then we got the new micromanager, and I hated the way we were treated."),
        said("She's not very good at planning, and I have hated a colleague like that before."),
        said("That office was a complete circus, with endless gossip."),
        said("My director had no business running a kitchen, and he treated us like children."),
        said("My supervisor constantly belittled people and shouted at the staff."),
        said("I quit because I could not stand the manager, an egomaniac who watched my every move."),
        said("She thinks she knows everything and hides behind her title."),
        said("The other developers were lazy, and I couldn't stand them."),
    ),
    silent=(
        said("In the worst case we would lose one shard, so I tested the failover with the database team."),
        said("We cached the lazy loading of images and removed a toxic dependency from the build."),
        said(
            "I asked him over lunch why he was so difficult about the review, and learned that two audits were waiting."
        ),
        said("Our buyer was so crazy about the sample that I asked her to open the meeting."),
        said("Poor management of cash was the finding, so I met the two treasurers and we wrote a weekly plan."),
        said("It would be terrible for people to lose their entries, so I kept the old form beside the new one."),
        said("A customer shouted at me because the parcel was wet, and I asked what had been in it."),
        said("The old release was a nightmare to install, so I wrote one script for its eleven steps."),
        said("My manager and I plan differently: he wants figures first, and I now send them the day before."),
        said("I left because the contract ended, and the team and I still meet."),
        said("Customers hated the old form. I watched ten of them use it and removed six fields."),
        said("The engineer was not lazy, as some thought; he had never been shown the deployment. I paired with him."),
    ),
)
