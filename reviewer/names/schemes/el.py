"""Greek; accents are taken off before a scheme is asked."""

from reviewer.names.schemes._scheme import END, START, Scheme, letters

SCRIPT = "Grek"
RANK = 1

_VOICED = "αεηιουωβγδζλμνρϊϋ"
_DIGRAPHS = (
    (f"αυ(?=[{_VOICED}])", "av"),
    ("αυ", "af"),
    (f"ευ(?=[{_VOICED}])", "ev"),
    ("ευ", "ef"),
    (f"ηυ(?=[{_VOICED}])", "iv"),
    ("ηυ", "if"),
    ("ου", "ou"),
    ("γγ", "ng"),
    ("γξ", "nx"),
    ("γχ", "nch"),
    (f"{START}μπ|μπ{END}", "b"),
)

# ELOT 743 (1982; ISO 843 type 2; United Nations 1987), without accents as in passports.
_ELOT = Scheme(
    "elot-743",
    "ELOT 743",
    letters(
        "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y "
        "φ=f χ=ch ψ=ps ω=o ϊ=i ϋ=y"
    ),
    rules=_DIGRAPHS,
)

_PRESS = _ELOT.but(
    "press",
    "press",
    letters("χ=h"),
    rules=((f"{START}ντ", "d"), (f"{START}γκ", "g"), ("γι(?=[αοωε])", "yi")),
)

SCHEMES = (
    _ELOT,
    _PRESS,
    _PRESS.but(
        "press-y", "press, γι as y", letters("χ=ch"), rules=(("γι(?=[αοωε])", "y"), ("γχ", "nh"))
    ),
    _ELOT.but("classic", "classical", letters("φ=ph χ=ch ξ=x"), rules=((f"{START}χ", "ch"),)),
)
