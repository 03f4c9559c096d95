"""The app's two themes: blue and orange, which every kind of colour vision tells apart.

The hues are Okabe and Ito's (Color Universal Design, 2008), lightened or darkened for contrast.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="reviewer-dark",
    primary="#56B4E9",
    secondary="#8FA8BF",
    accent="#56B4E9",
    success="#56B4E9",
    warning="#E69F00",
    error="#FF8A3D",
    foreground="#E4E7EB",
    background="#14181D",
    surface="#1A1F26",
    panel="#252C35",
    dark=True,
)
LIGHT = Theme(
    name="reviewer-light",
    primary="#0060A8",
    secondary="#55677A",
    accent="#0060A8",
    success="#0060A8",
    warning="#9A5B00",
    error="#B34700",
    foreground="#1B1F24",
    background="#FCFCFA",
    surface="#F3F4F5",
    panel="#E4E7EA",
    dark=False,
)
