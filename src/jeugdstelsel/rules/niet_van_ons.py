"""The rules of the standard that no query judges, each with its reason; codes that share a reason stand on one line."""

from jeugdstelsel.model import NotOurs

_REDENEN = """
RS001 RS002 RS003 RS004 RS005 RS006 RS040 | Grens van een getal: bij het lezen getoetst als structuur (niveau 1).
RS007 RS008 RS009 RS010 RS011 RS012 RS013 | Lengte van een tekst: bij het lezen getoetst als structuur (niveau 1).
RS014 RS015 RS016 RS017 RS018 RS019 RS020 | Lengte van een tekst: bij het lezen getoetst als structuur (niveau 1).
RS021 RS023 RS024 RS025 RS026 RS028 RS039 | Lengte van een tekst: bij het lezen getoetst als structuur (niveau 1).
RS031 RS032 RS033 RS034 RS035 RS036 | Schrijfwijze van een waarde: bij het lezen getoetst als structuur (niveau 1).
RS037 RS045 RS046 RS047 RS048 CS319 | Schrijfwijze van een waarde: bij het lezen getoetst als structuur (niveau 1).
CS015 CS025 | Vaste versie van het bericht: bij het lezen getoetst als structuur (niveau 1).

OP033 | Uitgewerkt in TR071 en TR074.
OP033x2 | Uitgewerkt in CS058.
OP047 | Uitgewerkt in de technische regels zelf; geeft alleen het recht om af te keuren.
OP072 | Uitgewerkt in TR018, TR019 en TR382.
OP091 | Uitgewerkt in TR006 en TR061.
OP130 | Uitgewerkt in TR006; de naam is in de structuur verplicht.
OP155 | Uitgewerkt in TR382.
OP252 IV009 | Uitgewerkt in CS139.
OP259 | Uitgewerkt in TR302.
OP262 | Uitgewerkt in TR418, als de contractlijst is geladen.
OP267 | Uitgewerkt in CS339, TR341, TR346 en TR358.
OP275 | Uitgewerkt in TR332.
OP276 | Uitgewerkt in TR304 en TR384.
OP279 | Uitgewerkt in TR307 en TR308.
OP280 | Uitgewerkt in CS340 en TR319.
OP283 | Uitgewerkt in TR314, TR315, TR316 en TR323.
OP284 IV090 | Uitgewerkt in TR318.
OP289 | Uitgewerkt in TR326.
OP297 | Uitgewerkt in CD066, CD067 en CD068.
OP302 | Uitgewerkt in TR338, TR339, TR340 en TR369.
OP303 OP304 | Uitgewerkt in TR342 en TR366.
OP308 IV092 | Uitgewerkt in TR349, TR350, TR351, TR352 en TR353.
OP343 | Uitgewerkt in TR380.
OP345 | Uitgewerkt in TR357 en TR373.
OP347 | Uitgewerkt in TR361, TR386 en TR410.
OP349 | Uitgewerkt in TR333.
OP350 | Uitgewerkt in TR374.
OP354 | Uitgewerkt in TR335.
OP355 | Uitgewerkt in TR337 en TR376.
OP360 | Uitgewerkt in TR390.
OP361 | Uitgewerkt in TR347 en TR383.
OP362 | Uitgewerkt in TR385.
OP363 | Uitgewerkt in TR019.
OP365 IV076 IV077 IV078 | Uitgewerkt in TR321 en TR322.
OP366 IV086 | Uitgewerkt in TR316, TR389 en TR416.
OP367 | Uitgewerkt in CS337.
OP368 IV089 | Uitgewerkt in TR387 en TR388.
OP377 | Uitgewerkt in TR414 en TR415.
OP378 | Uitgewerkt in TR413.
IV008 | Uitgewerkt in TR063, TR071, TR074 en TR101.
IV084 | Uitgewerkt in TR307 en TR308.
IV085 | Uitgewerkt in TR323.
IV095 | Uitgewerkt in TR377 en TR409.
IV096 | Uitgewerkt in de sleutels van TR063, TR074, TR101 en TR382.
IV097 | Uitgewerkt in TR379.
OP359 | De gemeente is uitgewerkt in TR377 en TR409; de termijn van twee weken keurt niets af.

OP090 OP090x4 OP271 OP272 OP274 OP346 | Termijn: te laat keurt geen bericht af; het telt mee in de tijdigheid.
OP288 | Een stop die nog niet is gemeld maakt geen bericht fout; het ontbreken blijkt uit het traject.
OP344 | Een verzoek zonder antwoord maakt geen bericht fout; het staat bij de wachtenden.
OP080 IV013 | Geen toets maar de volgorde van versies: de koppeling neemt de laatste toewijzingsdatum en -tijd.
OP087 | Of alle lopende toewijzingen meekomen is pas te zien tegen de administratie van de gemeente zelf.
OP002x1 OP071 | Gaat over relaties; die bewaren wij na het beoordelen van het bericht niet.
OP033x1 OP380 | Welke wijziging mag, hangt van de reden bij de gemeente af; een bericht alleen laat dat niet zien.
OP179 OP192 | Richtlijn voor het bestand; de structuur en de regels van het bericht hangen er niet van af.
OP286 | Geen toets maar een gevolg: een afgekeurd bericht telt bij het beoordelen als niet verzonden.
OP379 | Staat iets toe en kan dus niet overtreden worden.

OP001 OP002 OP002x2 | Wie het gezag heeft, staat in de administratie van de gemeente en niet in een bericht.
OP003 | Of berichten de jeugdige in gevaar brengen, kan alleen een mens beoordelen.
OP011 OP270 | Een bericht laat niet zien wanneer de hulp echt begon of eindigde; dat is een afspraak tussen partijen.
OP039 OP076 OP095 | Gaat over wat partijen uit hun eigen administratie weten.
OP043 | Een pgb staat niet in het berichtenverkeer.
OP065 IV028 IV032 IV087 IV088 | Bouwvoorschrift voor een antwoord; onze schrijver van retourberichten volgt het.
IV091 | De verwijzing is uitgewerkt in TR323; of de andere velden gelijk zijn, toetst de standaard niet.
OP079 UP006 | Het BSN is in de structuur verplicht; CS002 toetst het.
OP086 OP258 | Een toewijzing die niet verstuurd is, laat geen bericht na om te toetsen.
OP090x2 | Melden buiten het berichtenverkeer om is niet te zien.
OP186 OP298 OP299 OP306 OP307 | Vraagt overleg of een oordeel over de hulp dat niet in een bericht staat.
OP191 | Vrije tekst lezen wij niet.
OP254 | De AGB-code is in de structuur acht cijfers; of hij bestaat, weet alleen het AGB-register.
OP257 OP348 IV066 IV093 IV094 | Of een wijziging een nieuw nummer of product wordt, beslist de gemeente.
OP260 | Staat zo in de structuur: een product is een categorie, soms met een code.
OP261 OP263 OP264 OP296 OP305 | Hangt af van het contract tussen gemeente en aanbieder.
OP281 | Staat zo in de structuur: een declaratie heeft een of meer jeugdigen.
OP295 | Verplicht is het versturen zelf; een bericht dat ontbreekt is niet te toetsen.
OP364 | Verbiedt een afkeuring; onze regels voor declaraties kijken daarom niet naar start en stop.

IV002 IV007 IV045 IV047 IV052 | Vraagt kennis over de persoon of het adres die niet in het bericht staat.
IV024 IV042 IV079 IV081 | Rekenvoorschrift; gebruikt bij TR321, TR322 en TR346.
IV033 IV034 | Versie van de gebruikte controle; de afzender vult haar, een bericht laat niet zien of dat klopt.
IV046 | Welke gemeente verantwoordelijk is, volgt uit de wet en niet uit het bericht.
IV074 | Handreiking over uitvoeringsvarianten; het contract bepaalt welke geldt.
IV075 | Uitgewerkt in CD041, CD079, CD080, CD095 en CD096.
IV099 | Of er iets veranderd is ten opzichte van wat eerder verstuurd werd, weet alleen de gemeente zeker.

UP001 UP003 UP004 UP007 UP016 UP017 UP019 UP023 | Uitgangspunt: beschrijft de bedoeling en is zelf geen toets.
UP024 UP025 UP026 UP027 UP028 UP031 UP032 UP037 | Uitgangspunt: beschrijft de bedoeling en is zelf geen toets.
"""


def _read(text: str) -> dict[str, NotOurs]:
    lines = [line.split(" | ") for line in text.splitlines() if line]
    return {code: NotOurs(code, reden) for codes, reden in lines for code in codes.split()}


NOT_OURS: dict[str, NotOurs] = _read(_REDENEN)
"""{code: NotOurs}: with `all_rules()` exactly the rules of the standard."""
