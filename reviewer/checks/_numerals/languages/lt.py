"""Lithuanian."""

_A = "(?:as|a|o|os|am|ai|ą|u|oje|ame|i|ų|iems|us|ais|asis|oji|ojo|osios|ajam|ąjį|ąją|uoju|ąja|ieji"
_A += "|ųjų|uosius|ajame|ojoje)"
_U = "(?:i|ių|iems|is|iais|iuose|ios|ias|ioms|iomis|iose|eri|erios|erius|erių|iese)"

NUMBERS = {
    0: "nul(?:is|io|į|iui|iu|yje)",
    1: f"vien(?:as|a|o|os|am|ai|ą|u|ame|i|us|ų)|pirm{_A}|kartą",
    2: f"du|dvi|dvi(?:ejų|ejus|ems|em|ejuose|ese)|dvej\\w+|abu|abi|abiej\\w+|antr{_A}|dukart"
    "|dvigub\\w+|pora|porą|poros",
    3: "trys|trij\\w+|tris|trims|trimis|trej\\w+|treči\\w+|triskart|trigub\\w+",
    4: f"ketur{_U}|ketvirt{_A}",
    5: f"penk{_U}|penkt{_A}",
    6: f"šeš{_U}|šešt{_A}",
    7: f"septyn{_U}|septint{_A}",
    8: f"aštuon{_U}|aštunt{_A}",
    9: f"devyn{_U}|devint{_A}",
    10: f"dešimt(?:is|ies|į|ys|is|čiai|ims|imis)?|dešimt{_A}|dešimči\\w*|dešimtme[čt]\\w+",
    11: f"vienuolik(?:a|os|ą|ai|oje)|vienuolikt{_A}",
    12: f"dvylik(?:a|os|ą|ai|oje)|dvylikt{_A}|tuzin\\w+|vidurdien\\w+|vidurnakt\\w+",
    13: f"trylik(?:a|os|ą|ai|oje)|trylikt{_A}",
    14: f"keturiolik(?:a|os|ą|ai|oje)|keturiolikt{_A}",
    15: f"penkiolik(?:a|os|ą|ai|oje)|penkiolikt{_A}",
    16: f"šešiolik(?:a|os|ą|ai|oje)|šešiolikt{_A}",
    17: f"septyniolik(?:a|os|ą|ai|oje)|septyniolikt{_A}",
    18: f"aštuoniolik(?:a|os|ą|ai|oje)|aštuoniolikt{_A}",
    19: f"devyniolik(?:a|os|ą|ai|oje)|devyniolikt{_A}",
    24: "par(?:a|os|ą|oje|oms)|visą parą",
    20: f"dvidešimt(?:ies|į|is|čiai)?|dvidešimt{_A}",
    30: f"trisdešimt(?:ies|į|is|čiai)?|trisdešimt{_A}",
    40: f"keturiasdešimt(?:ies|į|is)?|keturiasdešimt{_A}",
    50: f"penkiasdešimt(?:ies|į|is)?|penkiasdešimt{_A}",
    60: f"šešiasdešimt(?:ies|į|is)?|šešiasdešimt{_A}",
    70: f"septyniasdešimt(?:ies|į|is)?|septyniasdešimt{_A}",
    80: f"aštuoniasdešimt(?:ies|į|is)?|aštuoniasdešimt{_A}",
    90: f"devyniasdešimt(?:ies|į|is)?|devyniasdešimt{_A}",
    100: f"šimt(?:as|o|ą|ai|ų|us|ams|ais|ui|u)|šimt{_A}|šimtmeč\\w+|šimtmet\\w+",
    0.5: "pus(?:ė|ės|ę|ei)",
    0.25: "ketvirtadal\\w+|ketvirt(?:is|į|io)",
    1.5: "pusantr(?:o|os|ų)",
}
PREFIXES = {
    1: "vien",
    2: "dvi|dve",
    3: "tri|tre",
    4: "ketur",
    5: "penki",
    6: "šeši",
    7: "septyn",
    8: "aštuon",
    9: "devyn",
    10: "dešimt",
    100: "šimt",
    0.5: "pus",
}
MONTHS = (
    "saus(?:is|io|į|iui|yje)",
    "vasar(?:is|io|į|iui|yje)",
    "kov(?:as|o|ą|ui|e)",
    "baland(?:is|žio|į|žiui|yje)",
    "geguž(?:ė|ės|ę|ei|ėje)",
    "biržel(?:is|io|į|iui|yje)",
    "liep(?:a|os|ą|ai|oje)",
    "rugpjū(?:tis|čio|tį|čiui|tyje)",
    "rugsėj(?:is|o|į|ui|yje)",
    "spal(?:is|io|į|iui|yje)",
    "lapkri(?:tis|čio|tį|čiui|tyje)",
    "gruod(?:is|žio|į|žiui|yje)",
)
JOINERS = "ir"
