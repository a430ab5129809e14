"""Which advice is on a drug for children as such, and not on a dose, a part of them or a doctor's choice."""

from __future__ import annotations

import re

# What is not to be done with a child is then not the use of the drug.
OTHER_MATTER = re.compile(
    r"\b(?:adult|larger?|higher|excessive|once[\s-]daily|double|maximum|same)\s+(?:\w+\s+)?(?:dos\w+|formulations?|strengths?|amounts?|tablets?)\b"
    r"|\badult(?:['’]?s['’]?)?[\s-]+(?:\w+[\s-]+)?(?:dos\w+|strengths?|formulations?|products?|medic\w+|preparations?|versions?)\b"
    r"|\b\d+\s?mg\s+(?:tablet|capsule)s?\b"
    r"|\b(?:intended|meant|made|designed|prescribed|formulated)\s+(?:only\s+)?for\s+(?:an\s+)?adults?\b"
    r"|\b(?:dos(?:e|es|age|ages|ing)|quantity|amount|duration|height|growth|weight)\s+(?:\w+\s+){0,3}(?:should|must|needs?|is|are|calculat\w+|carefully)\b"
    r"|\bcarefully\s+(?:\w+\s+)?(?:calculated|controlled|determined|adjusted|monitored)\b"
    r"|\b(?:for|longer|more)\s+(?:more\s+)?than\b|\blarge\s+areas?\b|\bteaspoons?\b|\bfeed(?:ing)?\b|\bself-medicat\w+|\b(?:household|kitchen)\b|\blong[\s-]term\b|\bprolonged\b|\bout\s+of\s+(?:the\s+)?reach\b"
    r"|\b(?:kg|weigh\w*|pounds?|lbs?)\b|\bmothers?\b|\bpregnan\w*|\bsperm\b"
    r"|\balternatives?\b|\bhypersensitiv\w*|\ballerg\w*|\b(?:concomitant|co-?administ\w*|combin\w+\s+with|containing)\b|\bto\s+adults\b",
    re.IGNORECASE,
)
# What is advised is then not the drug ("close monitoring is advisable").
CARE_ADVISED = re.compile(
    r"\b(?:monitoring|supervision|observation|caution|vigilance|consultation|judg(?:e)?ment|guidance|follow-up)\s+(?:is|are)\b"
    r"|\bno\s+(?:\w+\s+)?recommendations?\b",
    re.IGNORECASE,
)
_WHOM = (
    r"(?:child(?:ren)?|adolescents|infants|patients|neonates|newborns|those|years|months|age"
    r"|(?:under|below)\s+\d{1,2})"
)
# A ban for some of the children, or for one purpose, is none for the others.
SOME_CHILDREN = re.compile(
    rf"\b{_WHOM}\s+(?:of\s+age\s+|old\s+)?(?:with|who|whose|unable|at\s+risk|having|receiving|taking|undergoing|travel{{1,2}}ing|living|exposed)\b"
    rf"|\b{_WHOM}\s+for\s+(?:the\s+)?(?:\w+\s+)?(?:induction|maintenance|sedation|treatment|management|prevention|prophylaxis|relief)\b"
    r"|\bfor\s+(?:this|that|these)\s+(?:indication|purpose|condition|use)s?\b"
    r"|\bfor\s+(?!use\b|(?:all\s+|any\s+|most\s+)?(?:young\w*\s+|small\s+)?(?:child|kids|p(?:a)?ediatric|infant|adolescent|neonate|newborn|patient|those|people|person"
    r"|individual|anyone|minors|administration|this\s+(?:age|population)|these|teen))[\w\s-]{1,40}?\bin\s+(?:\w+\s+)?(?:child|p(?:a)?ediatric|infant|adolescent)"
    r"|\bas\s+an?\s+\w+\s+in\b|\bfor\s+(?:[A-Z]{2,}|treating)\b"
    r"|\b(?:certain|specific|particular|specified|minimum)\s+ages?\b|\b(?:menarche|puberty)\b"
)
# Whom a dose is for only while something else holds.
IN_A_SITUATION = re.compile(
    r"\b(?:months|years|infants|children)\s+(?:of\s+age\s+|old\s+)?(?:travel{1,2}ing|living|exposed|at\s+(?:high\s+)?risk)\b",
    re.IGNORECASE,
)
AT_DISCRETION = re.compile(
    r"\bunless\s+(?:\w+\s+){0,3}(?:directed|prescribed|advised|recommended|instructed|supervised|necessary|needed)\b"
    r"|\bexcept\s+(?:in|under)\s+(?:\w+\s+){0,2}(?:cases?|circumstances|situations?|supervision)\b"
    r"|\bwithout\s+(?:[\w'’]+\s+){0,3}(?:supervision|guidance|consult\w*|advice|approval|instructions?|prescription|consideration|monitoring)\b",
    re.IGNORECASE,
)
ABOVE_ALL = re.compile(r"\b(?:especially|particularly|including)\b", re.IGNORECASE)
CONDITION = re.compile(
    r"\b(?:unless|except\w*|only|if|when|where|until|under\s+(?:the\s+)?(?:\w+\s+)?(?:supervision|guidance|direction)|other\s+than|apart\s+from"
    r"|outside\s+of"
    r"|(?:some|certain|specific|particular|most|many)\s+(?:\w+\s+)?(?:children|infants|patients|cases?|situations?|formulations?|products?|brands?|sources?"
    r"|conditions?|indications?|uses?))\b",
    re.IGNORECASE,
)
# Doubts of one use, one effect or one part of the children.
DOUBT_OF_A_PART = re.compile(
    r"\b(?:all|other|younger|these|this\s+(?:age|case|use)|more\s+than|beyond|exceed\w*|higher|symptoms?|growth|adults?"
    r"|preterm|premature|neonat\w+|newborns?)\b",
    re.IGNORECASE,
)
# "Not fully established" leaves room for the doses that are given elsewhere.
SLIGHT_DOUBT = re.compile(r"\b(?:fully|completely|well|limited|insufficient)\b", re.IGNORECASE)
# A dose that somebody has tried or proposed is no permission.
TENTATIVE = re.compile(
    r"\b(?:suggest\w*|propos\w+|stud(?:y|ies)|trials?|research|off[\s-]label|for\s+example|(?:has|have)\s+been\s+(?:\w+\s+)?(?:used|reported)"
    r"|(?:can|may|might|could)\s+be\s+considered|limited\s+(?:data|evidence|information|experience)"
    r"|(?:some|one|certain|specific|particular|rare|select|exceptional)\s+(?:\w+\s+)?(?:guidelines?|sources?|experts?|protocols?|evidence|contexts?|situations?|cases"
    r"|circumstances|clinicians|hospitals|settings?))\b",
    re.IGNORECASE,
)
# Children among those who need care ("with caution in pregnant women, children below 10, and the elderly").
LISTED_CAUTION = re.compile(
    r"\bcauti\w+\b(?:(?!\b(?:dos\w+|not|avoid\w*|contraindicated|recommended)\b)[^.;:]){0,120}?\bchildren\b(?:\s+(?:under|below|younger\s+than|less\s+than)\s+\d{1,2}(?:\s+years?)?)?"
    r"(?=\s*(?:[,;.]|and\b|or\b|$))",
    re.IGNORECASE,
)
