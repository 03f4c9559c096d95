"""What the generic words in names of places are called in other languages (*New*, *Nowy*, *Uusi*).

Written down from general knowledge of the languages: nominatives and the forms that stand inside
names, folded. Words that are spelled as in English are left out.
"""

from __future__ import annotations

from functools import cache

_WORDS = """
new: jauna jaunais nauja naujasis nea neu neue neuer neuw nieuw nieuwe nou noua noul nouveau
nouvel nouvelle nov nova nove novi novo novy nowa nowe nowy nueva nuevo nuova nuovo ny nya nye
nytt uj uus uusi yeni
old: alt alte eski gammal gammel kohne oude regi senoji star stara stare stari staro stary vana
vanha veca vecchia vecchio veche vechi velha velho vieille vieja viejo vieux
north: eszak eszaki kuzey noord nord nordre nordul norra norte pohja pohjois polnocna polnocne
polnocny settentrionale sever severna severne severni severno severny siaures simali sjeverna
sjeverni sjeverno ziemelu
south: canubi cenup del deli dienvidu etela guney jizni juzna juzni juzno louna meridionale pietu
poludniowa poludniowe poludniowy sodra sondre sud sudul sul sur zuid
east: austrumu dogu est este estul ida istocna istocni istocno ita kelet keleti leste oost
orientale ost ostra ostre rytu sarq sarqi vychodna vychodni vzhodna vzhodni wschodni wschodnia
wschodnie
eastern: austrumu dogu ida istocna istocni ita kelet keleti lindore oriental orientale ostra rytu
sarqi vychodna vychodni vzhodna wschodni wschodnia
west: bati laane lansi nyugat nyugati occidental occidentale oeste ouest ovest qarb qarbi rietumu
vakaru vastra vest vestul west zachodni zachodnia zachodnie zapadna zapadni zapadno
western: rietumu vastra vestlige westlich zachodni zahodna zahodni zapadno
northern: eszaki kuzey nord norra norte pohja pohjois polnocna polnocny septentrional
settentrionale severni severny siaures simali sjeverni ziemelu
southern: canubi deli dienvidu etela guney jizni juzna juzni juzny louna meridional meridionale
pietu poludniowa poludniowy sodra sud sur
central: centrala centralais centrale centrine centrinis kesk keski kozep kozepso markazi mellan
merkezi midden orta sredisnja srednja srednji srodkowa srodkowy stredna stredni zentral zentrale
upper: alta alto augs aukstutine felso gorna gorne gorni gornja gornji gorny haut haute horna
horni ober ovre superior sus ulem yla yukari yuxari
lower: ala alam also asagi baixa baixo bas basse dolna dolne dolni dolny donja donji inferior jos
lejas nedre nieder unter zemutine
great: boyuk buyuk didzioji grand grande groot gross grosse liela lielais mare marea nagy stora
suur velika veliki veliko velka velke velky wielka wielki wielkie
little: kicik kis klein kleine kucuk lilla mala male mali malo maly maza mazoji mica pequena
pequeno petit petite piccola piccolo pieni vaike
saint: aziz heilige puha pyha san sankt santa santo sao sfanta sfantul sint sv svata svaty
sventoji sveta svetais sveti sw swieta swiety szent
st: san sankt santa santo sao sfantul sint svata svati svaty sw swiety szent
lake: ezeras ezers gol golu jarv jarvi jazero jezero jezioro lac lacul lago liqeni meer see sjo
sjon to
river: alv cayi elv fiume fleuve fluss folyo jogi joki lumi nehri raul reka rieka rijeka rio
rivier riviere rzeka upe
island: adasi eiland ile ilha insel insula ishulli isla isola o on ostrov ostrovy ostrvo otok saar
saari sala sziget wyspa
islands: adalari eilanden iles ilhas inseln insulele ishujt islas isole oarna ostrovy ostrva otoci
otoki saared saaret salas salos szigetek wyspy
mountain: berg dagi gora hegy hora kalnas kalns magi mont monte muntele planina vuori
mount: berg dagi gora hegy hora kalnas kalns magi mont monte muntele vuori
mountains: berge bergen daglari gory hegyseg hory kalnai kalni maed montes monti monts muntii
planine vuoret
bay: baai bahia baia baie bucht bukt golful ilanka korfezi laht lahti licis obol zaliv zatoka
sea: denizi hav havet jura mar mare marea mer meri more morze tenger zee
gulf: golf golfe golfo golful ilanka korfezi laht lahti licis obol zaliv zatoka
cape: burnu cabo cap capo capul fok kaap kap mys neem niemi przyladek rags rt
port: hafen hamn haven kikoto limani luka osta port porto portul pristav puerto sadam satama
uostas
airport: aerodrom aeroport aeroporto aeroportul aeropuerto flughafen flygplats hava havalimani
lennujaam lentoasema letalisce letisko letiste lidosta lotnisko luchthaven lufthavn oro repuloter
zracna
region: alue bolge bolgesi kraj maakond megye oblast piirkond province provincia provincija rayonu
regiao regija regio region regionas regione regionen regions regiunea
district: bezirk distretto distrikt distrito ilcesi jaras kotar okres okrug piiri powiat raionul
rajon rajonas rajons rajoon rayon rayonu
raion: jaras piiri raion raionul rajon rajonas rajons rajoon rayon rayonu rejon
county: apgabals apskritis comte condado contea fylke graafschap grafschaft hrabstwo judetul kraj
lan maakond megye zupanija
province: ili maakunta province provincia provincie provincija provins provints provinz prowincja
tartomany
republic: cumhuriyeti koztarsasag repubblica republica republiek republik republika republique
respublika respublikasi tasavalta vabariik
city: cidade citta ciudad grad kaupunki linn mesto miasto miestas mjesto orasul pilseta sahari
sehri stad stadt varos ville
valley: dal dolina ieleja laakso org slenis tal udoli vadisi vale valea valle vallee volgy
territory: alue bolgesi gebiet teritorija teritoriul territoire territoorium territorio
territorium terulet terytorium uzemi uzemie
territories: alad alueet arazilari gebiete teritoriile teritorijas teritorije teritorijos
territoires territori territorier territorios teruletek terytoria topraklari uzemi uzemia
united: apvienota apvienotie birlesik birlesmis egyesult forenade jungtines sjedinjene spojene
uhend uni unido unidos unis unite uniti unito vereinigte vereinigtes verenigde yhdysvallat
zdruzeno zjednoczone
kingdom: karaliste karalyste kiralysag konigreich koninkrijk kraljevstvo krallig krallik
kralovstvi kralovstvo krolestwo kuningaskunta kuningriik regatul regno reino rike royaume
states: allamok devletleri drzave estados etats riigid staaten stany statele staten stater stati
statlari staty valstijos valstis
"""


@cache
def _table() -> frozenset[tuple[str, str]]:
    pairs = set()
    word = ""
    for token in _WORDS.split():
        if token.endswith(":"):
            word = token[:-1]
        elif word != token:
            pairs.add((word, token))
    return frozenset(pairs)


def is_generic(canonical: str, variant: str) -> bool:
    """Is the folded variant another language's word for the folded English one?"""
    return (canonical, variant) in _table()
