"""Words that stand in or beside names and tell nobody from another."""

from __future__ import annotations

# Lower-case words inside names, in the languages whose names English news writes.
PARTICLES = frozenset(
    "a al and at bin bint d da das de degli dei del dela della den der des di dos du e e' el et for"  # noqa: SIM905
    " ibn il in la las le les lo los o of och the ter ul van vom von y ze zu zum zur und &".split()
)
# The same, but names in their own right where they have a capital: Ben, Bar, San. Also *von* as it
# comes back from Russian, Latvian and Lithuanian.
SMALL_PARTICLES = PARTICLES | frozenset(
    "an bar bat ben do er fon mac pur san st sur te ten uz".split()  # noqa: SIM905
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
# English words that stand for no name, even where they have a capital.
FUNCTION_WORDS = frozenset(
    "about above after again against all also although am among an and another any are as at be"  # noqa: SIM905
    " because been before being below between both but by can could did do does down during each"
    " either even ever every few for from had has have he her here hers herself him himself his"
    " how however i if in into is it its itself just least less like many me meanwhile might"
    " mine more moreover most much must my myself neither never no nor not nothing now of off on"
    " once one only or other our ours out over own perhaps rather same she should since so some"
    " still such than that the their theirs them then there therefore these they this those"
    " though through thus to today tomorrow too toward towards under until up upon us very was"
    " we were what when where whether which while who whom whose why will with within without"
    " would yes yesterday yet you your according earlier later first second third last next"
    " previously recently two three four five six seven eight nine ten said says january"
    " february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday mr mrs ms".split()
)
