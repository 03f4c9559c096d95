"""Words that stand in or beside names and tell nobody from another."""

from __future__ import annotations

# Lower-case words inside names, in the languages whose names English news writes.
PARTICLES = frozenset(
    "a al and at bin bint d da das de degli dei del dela della den der des di dos du e e' el et for"  # noqa: SIM905
    " ibn il in la las le les lo los o of och the ter ul van vom von y ze zu zum zur und &".split()
)
# The same, but names in their own right where they have a capital: Ben, Bar, San.
SMALL_PARTICLES = PARTICLES | frozenset(
    "an bar bat ben do er mac pur san st sur te ten uz".split()  # noqa: SIM905
)
# Particles that join two names rather than two parts of one, unless the name itself has them.
JOINING = frozenset("a and at for in o of the & y e et und i".split())  # noqa: SIM905
# Words before a name that are no part of it. English lower-case words need not be listed.
TITLES = frozenset(
    "mr mrs ms miss dr prof rev hon gen lt col sgt capt cpl adm sir dame lord lady st saint sheikh"  # noqa: SIM905
    " sheik mullah ayatollah imam rabbi pope king queen prince princess president premier".split()
)
GENERATIONS = frozenset("jr sr ii iii iv v vi vii viii ix x xi xii junior senior".split())  # noqa: SIM905
# Nouns that make another name of a place's or a person's: Mersin University, Lenin Street.
GENERIC = frozenset(
    "academy accord accords administration agency agreement airport arena army association avenue"  # noqa: SIM905
    " award awards bank base basin bay beach bridge building castle cathedral center central centre"
    " championship church circuit city club college commission committee company conference"
    " consulate council county court cup day department derby dialogue directorate district"
    " division dynamo east eastern embassy exchange factory fair festival forum foundation front"
    " government governorate group harbor harbour highlands hill hills hospital hotel house"
    " institute international island islands lake law library mall marathon market mayor men mine"
    " mining ministry mosque mountain mountains municipality museum news north northern oblast"
    " office open opera palace parish park parliament plant plaza police port post power press"
    " prison process protocol province railway rangers region republic reservoir river road rovers"
    " school sea series shipyard south southern square stadium state station steel strait street"
    " studio studios summit television theater theatre times tower town treaty trophy tunnel"
    " university valley village wall wanderers war west western women youth zone".split()
)
