"""Words of Dutch municipalities as somebody who knows Dutch reads them: written down, not copied from the code."""

from __future__ import annotations

SAMENSTELLINGEN = """
geboorteaangifte = geboorte aangifte
geboorteakte = geboorte akte
geboortedatum = geboorte datum
geboorteplaats = geboorte plaats
overlijdensakte = overlijden akte
overlijdensaangifte = overlijden aangifte
huwelijksakte = huwelijk akte
huwelijksaangifte = huwelijk aangifte
huwelijksdatum = huwelijk datum
trouwboekje = trouw boekje
trouwlocatie = trouw locatie
trouwambtenaar = trouw ambtenaar
trouwzaal = trouw zaal
echtscheiding = echt scheiding
naamswijziging = naam wijziging
adreswijziging = adres wijziging
adresonderzoek = adres onderzoek
briefadres = brief adres
postadres = post adres
huisnummer = huis nummer
straatnaam = straat naam
noodpaspoort = nood paspoort
spoedaanvraag = spoed aanvraag
identiteitskaart = identiteit kaart
reisdocument = reis document
verblijfsvergunning = verblijf vergunning
vreemdelingenpaspoort = vreemdelingen paspoort
inburgeringsplicht = inburgering plicht
inburgeringscursus = inburgering cursus
taalcursus = taal cursus
taalles = taal les
kieskaart = kies kaart
stempas = stem pas
stembureau = stem bureau
stemlokaal = stem lokaal
verkiezingsuitslag = verkiezing uitslag
gemeenteraad = gemeente raad
gemeenteraadslid = gemeente raadslid
burgerzaken = burger zaken
gemeentehuis = gemeente huis
gemeentewinkel = gemeente winkel
gemeentebelasting = gemeente belasting
hondenbelasting = honden belasting
hondenpoep = honden poep
toeristenbelasting = toeristen belasting
parkeerbelasting = parkeer belasting
afvalstoffenheffing = afvalstoffen heffing
rioolheffing = riool heffing
rioolrecht = riool recht
inkomstenverklaring = inkomsten verklaring
inkomensverklaring = inkomen verklaring
betalingsregeling = betaling regeling
betaalregeling = betaal regeling
schuldhulpverlening = schuld hulpverlening
schuldsanering = schuld sanering
dwangsom = dwang som
bezwaarschrift = bezwaar schrift
klachtenformulier = klachten formulier
wozwaarde = woz waarde
wozbeschikking = woz beschikking
brpuittreksel = brp uittreksel
wmoaanvraag = wmo aanvraag
vogaanvraag = vog aanvraag
gftbak = gft bak
gftafval = gft afval
gftcontainer = gft container
afvalpas = afval pas
afvalkalender = afval kalender
afvalcontainer = afval container
afvalbak = afval bak
afvalzak = afval zak
restafval = rest afval
grofvuil = grof vuil
groenafval = groen afval
tuinafval = tuin afval
snoeiafval = snoei afval
papiercontainer = papier container
plasticafval = plastic afval
glasbak = glas bak
vuilnisbak = vuilnis bak
vuilniszak = vuilnis zak
bladkorf = blad korf
milieustraat = milieu straat
milieupas = milieu pas
milieuzone = milieu zone
parkeervergunning = parkeer vergunning
parkeerkaart = parkeer kaart
parkeerplaats = parkeer plaats
parkeerboete = parkeer boete
parkeerautomaat = parkeer automaat
parkeergarage = parkeer garage
parkeerzone = parkeer zone
bewonersparkeren = bewoners parkeren
bezoekersparkeren = bezoekers parkeren
bezoekerspas = bezoekers pas
gehandicaptenparkeerkaart = gehandicapten parkeer kaart
gehandicaptenparkeerplaats = gehandicapten parkeer plaats
invalidenkaart = invaliden kaart
laadpaal = laad paal
laadpalen = laad palen
oplaadpunt = oplaad punt
oplaadpaal = oplaad paal
deelauto = deel auto
deelscooter = deel scooter
fietswrak = fiets wrak
fietspad = fiets pad
autowrak = auto wrak
brugwachter = brug wachter
havengeld = haven geld
ligplaatsvergunning = ligplaats vergunning
kademuur = kade muur
bouwvergunning = bouw vergunning
kapvergunning = kap vergunning
omgevingsvergunning = omgeving vergunning
evenementenvergunning = evenementen vergunning
evenementvergunning = evenement vergunning
horecavergunning = horeca vergunning
terrasvergunning = terras vergunning
drankvergunning = drank vergunning
collectevergunning = collecte vergunning
splitsingsvergunning = splitsing vergunning
sloopmelding = sloop melding
vuurwerkmelding = vuurwerk melding
bestemmingsplan = bestemming plan
omgevingsplan = omgeving plan
dakkapel = dak kapel
dakgoot = dak goot
zonnepaneel = zonne paneel
zonnepanelen = zonne panelen
warmtepomp = warmte pomp
energietoeslag = energie toeslag
isolatiesubsidie = isolatie subsidie
woningbouw = woning bouw
huurwoning = huur woning
koopwoning = koop woning
woonruimte = woon ruimte
woonboot = woon boot
woonwagen = woon wagen
woningsplitsing = woning splitsing
urgentieverklaring = urgentie verklaring
kamerverhuur = kamer verhuur
vakantieverhuur = vakantie verhuur
marktkraam = markt kraam
winkeltijden = winkel tijden
openingstijden = opening tijden
koopzondag = koop zondag
buurtfeest = buurt feest
straatfeest = straat feest
straatverlichting = straat verlichting
lantaarnpaal = lantaarn paal
lantaarnpalen = lantaarn palen
stoeptegel = stoep tegel
speeltuin = speel tuin
speeltoestel = speel toestel
sporthal = sport hal
sportvereniging = sport vereniging
buurthuis = buurt huis
wijkcentrum = wijk centrum
wijkteam = wijk team
bibliotheekpas = bibliotheek pas
stadspas = stad pas
bijstandsuitkering = bijstand uitkering
bijstandsaanvraag = bijstand aanvraag
kinderopvang = kinder opvang
kinderbijslag = kinder bijslag
kindregeling = kind regeling
huurtoeslag = huur toeslag
zorgtoeslag = zorg toeslag
studietoeslag = studie toeslag
minimabeleid = minima beleid
leerlingenvervoer = leerlingen vervoer
leerplichtambtenaar = leerplicht ambtenaar
schoolverzuim = school verzuim
schoolvervoer = school vervoer
peuterspeelzaal = peuter speel zaal
jeugdzorg = jeugd zorg
jeugdhulp = jeugd hulp
thuishulp = thuis hulp
mantelzorg = mantel zorg
zorgaanbieder = zorg aanbieder
hulpmiddel = hulp middel
rolstoel = rol stoel
traplift = trap lift
dagbesteding = dag besteding
nachtopvang = nacht opvang
opvangplek = opvang plek
daklozenopvang = daklozen opvang
voedselbank = voedsel bank
kledingbank = kleding bank
wateroverlast = water overlast
geluidsoverlast = geluid overlast
stankoverlast = stank overlast
burenoverlast = buren overlast
burenruzie = buren ruzie
rattenoverlast = ratten overlast
rioolverstopping = riool verstopping
strooiroute = strooi route
strooizout = strooi zout
bomenkap = bomen kap
grafrechten = graf rechten
grafmonument = graf monument
urnenmuur = urnen muur
crematieplechtigheid = crematie plechtigheid
"""

HEEL = """
paspoort paspoorten rijbewijs rijbewijzen gemeente gemeenten verhuizing verhuizen belasting belastingen vergunning
vergunningen kwijtschelding aangifte bijstand uitkering uittreksel geboorte overlijden huwelijk naturalisatie erkenning
partnerschap begraafplaats crematie uitvaart evenement evenementen ondernemer onderneming ondernemers bezwaar beroep
klacht melding aanvraag aanvragen afspraak openbaar overlast container containers formulier voornaam achternaam
identiteit legitimatie handtekening stadhuis inwoner inwoners adres adressen leges subsidie participatie inburgering
inkomen toeslag aanslag heffing kosten betalen bedrag waarde verklaring gedrag wethouder burgemeester raadpleging
notaris erfpacht voorwaarden bewijs verlengen vervangen verloren gestolen digitaal bibliotheek wijziging wandelen
verzekering vereniging verkiezing verordening begeleiding bemiddeling besluit gezondheid veiligheid gladheid loterij
raadslid raadsvergadering algemeen volledig slijterij weigeren zwembad vuurwerk grondwater drinkwater
invalide gehandicapt minderjarig student kandidaat secretaris
"""

EEN_WOORD = """
markt markten, muur muren, vervoer vervoeren, begeleid begeleiden, beantwoord beantwoorden, ruit ruiten,
vermist vermissing, beslist beslissing, beurt beurten, verf verven, sloot sloten, geval gevallen,
aangeboden aanbieden, aangegeven aangeven, aangevraagd aanvragen, aanvraag aanvragen, adres adressen,
afgehaald afhalen, afgesloten afsluiten, afgesproken afspraak, auto autos, bad baden, begonnen beginnen,
begraven begrafenis, belasting belastingen, beschadigd beschadiging, betaald betaling, betaalt betalen,
bewoond bewonen, bezwaar bezwaren, boom bomen, brief brieven, container containers, dak daken,
doorgegeven doorgeven, erkend erkenning, fiets fietsen, foto fotos, geadopteerd adoptie, gebeten bijt,
gebouwd bouwen, gebracht brengen, gebroken breekt, gecremeerd crematie, gegeten eten, geholpen helpt,
gehouden houden, gekapt kappen, gekocht kopen, gekregen krijgen, gemeld melding, geparkeerd parkeren,
gereden rijden, geregistreerd registratie, gescheiden scheiding, geschreven schrijven, gesloopt slopen,
gesneden snijden, gesnoeid snoeien, gesproken spreekt, gestolen stelen, gestopt stoppen, gestort storten,
gevestigd vestigen, gevonden vinden, gewijzigd wijziging, gezocht zoeken, glas glazen, graf graven,
hond honden, huis huizen, huren gehuurd, huurt huurder, ingeleverd inleveren, ingeschreven inschrijving,
inlevert inleveren, kaart kaarten, kapot kapotte, kat katten, kind kinderen, klacht klagen,
kwijtgescholden kwijtschelden, lamp lampen, lid leden, meegenomen meenemen, meeneemt meenemen,
opgegeven opgeven, opgehaald ophalen, opgezegd opzeggen, ophaalt ophalen, overleden overlijden,
paal palen, parkeert parkeren, paspoort paspoorten, rat ratten, rijbewijs rijbewijzen, stad steden,
straat straten, tegel tegels, tegel tegeltje, trouwt getrouwd, uitgegeven uitgeven,
uitgeschreven uitschrijven, uitkering uitkeringen, veranderd verandering, verbouwd verbouwen,
verbroken verbreken, verdwenen verdwijnen, vergunning vergunningen, verhuist verhuisd,
verhuizen verhuizing, verkocht verkopen, verlengd verlengen, verloren verliezen, vernieuwd vernieuwen,
verschenen verschijnen, vervangen vervanging, weg wegen, weggebracht wegbrengen, weggegooid weggooien,
weggooit weggooien
"""

TWEE_WOORDEN = """
begeleiden beleid, verven vergeven, vervoer vervaard, buiten bui, kanten kan, sloot sluiten,
aanbieden verbieden, aangeven opgeven, aanvraag aanslag, afsluiten aansluiten, bal balie, been ben,
begraven graven, belasting overlast, betalen bepalen, bijstand afstand, bom boom, boot bot, bos boos,
bouw boer, brief brug, container contact, gas gast, geboorte gebod, gemeente gemeen, graf graaf,
haak hak, hal halen, huur haar, inkomen komen, inleveren opleveren, inschrijven uitschrijven, kamer kam,
kap kaap, kat kaart, kerk kerker, koor koord, kwijtschelden schelden, lijst leest, loket lok,
lopen leven, man maan, meenemen opnemen, meter meten, ophalen afhalen, opzeggen toezeggen, ouder oud,
overlijden lijden, paar paard, pand panda, parkeren park, pas paas, paspoort rijbewijs, poot pot,
post poster, rood rooien, slopen slapen, stad staat, tak taak, trouwen huwelijk, vergunning verklaring,
verhuizen verhuren, verkopen kopen, verlengen verliezen, vis vies, vloer vloeien, vuil vul, wonen winnen,
zak zaak
"""


def paren(lijst: str) -> list[tuple[str, str]]:
    """The pairs of words between commas."""
    gevonden = [paar.split() for paar in lijst.split(",")]
    return [(een, ander) for een, ander in gevonden]
