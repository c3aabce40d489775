"""What make_table.py knows of names: words for regions, articles, scripts, and which alternates are of use."""

import re
import unicodedata

# Words that say what kind of region a name is of, in English and in the languages GeoNames has them in.
GENERIC = (
    "Oblast|Krai|Kray|Governorate|Province|State|Region|Prefecture|County|District|Department|Republic|Territory|"
    "Voivodeship|Raion|Rayon|Division|Emirate|Okrug|Municipality|Canton|Parish|Regency|Commune|Council|"
    "Local Government Area|Autonomous Region|Autonomous Okrug|Autonomous Oblast|Special Administrative Region|"
    "Township|Subdivision|Agency|City|Zone|Woreda|Circle|Cercle|Borough|Special Region|National District"
)
GENERIC_END = re.compile(rf"^(.+?),? (?:{GENERIC})$", re.IGNORECASE)
GENERIC_START = re.compile(
    r"^(?:State|Province|Region|County|Department|District|Governorate|Republic|Territory|Emirate|Autonomous Republic|"
    r"Canton|City|Municipality|Prefecture) of (?:the )?(.+)$",
    re.IGNORECASE,
)
FOREIGN_START = re.compile(
    r"^(?:Circunscrição|Posto Administrativo|Shahrestān-e|Amphoe|Huyện|Obshtina|Markaz|Partido|Provincia|Província|Departamento|Département|Département|Région|Región|Regione|Região|Estado|Municipio|"
    r"Município|Distrito|District|Province|Kabupaten|Wilaya|Wilayat|Willaya|Daïra|Muhafazat|Muḩāfaz̧at|"
    r"Gobolka|Depatman|Changwat|Kaunti ya|Mkoa wa|Kizunga|IProvense ya|Mudiriyat|"
    r"Mudīrīyat|Ostān|Ostan|Shahrestān|Raionul|Judeţul|Județul|Powiat|Opština|Nefat|Ville|Cercle|Préfecture|Commune)"
    r"(?:e)? (?:de la |de las |de los |del |de |du |des |d'|d’|di |da |do |dos |das |al-)?(.+)$",
    re.IGNORECASE,
)
FOREIGN_END = re.compile(
    r"^(.+?) (?:oblast[’'`]?|kray|rayon|raion|respublika|okres|apskritis|novads|megye|"
    r"ilçesi|ili|tumani|viloyati|audany|voblasts[’'`]?|qu|xian|shi|sheng|ken|tỉnh|huyện)$",
    re.IGNORECASE,
)
# Countries where regions are called by their bare names even when a town has the same.
DIRECTION = re.compile(
    r"^(?:of )?(?:North|South|East|West|Central|Centre|Center|Middle|Upper|Lower|Northern|Southern|Eastern|Western|"
    r"Capital|Federal|National|Autonomous|Special|Metropolitan|Nord|Sud|Est|Ouest|Norte|Sur|Este|Oeste|Municipal|Urban|"
    r"Rural|Island|Islands|Columbia|North[ -]?(?:East|West)(?:ern)?|South[ -]?(?:East|West)(?:ern)?)$",
    re.IGNORECASE,
)
BARE_REGIONS = {"AT", "AU", "BE", "BR", "CA", "CH", "DE", "ES", "FR", "GB", "IN", "IT", "MX", "NL", "PT", "US"}
ARABIC = {
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA",
    "SD", "SY", "TN", "YE",
}
ARTICLE = re.compile(r"^(?:A[lnrstdzş]|Aş|Aḑ|Aţ|Az̧|Ash|Ath|Adh|El|Ed|En|Er|Es|Et|Ez)[ -](.+)$")
CODE_LIKE = re.compile(r"^[A-Z0-9 .-]{1,4}$")

UKRAINIAN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y", "і": "i",
    "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu", "я": "ia", "’": "", "'": "", "ʼ": "",
}
UKRAINIAN_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}


def cores(name):
    """The name without the words that say what kind of region it is of."""
    found = []
    for pattern in (GENERIC_END, GENERIC_START, FOREIGN_START, FOREIGN_END):
        match = pattern.match(name)
        if match and len(match[1]) > 2:
            found.append(match[1])
    return found


def is_english(name):
    return bool(GENERIC_END.match(name) or GENERIC_START.match(name)) and name.isascii()


def newsroom(name, type, code):
    """A second-level region's name as English newsrooms write it: "Belovsky District", not "Belovskiy Rayon"."""
    match = re.match(r"(.+) Rayon$", name)
    if match:
        return re.sub(r"[iy]y$", "y", match[1]) + (" Raion" if code == "UA" else " District")
    match = re.match(r"(.+) Agency$", name)
    if match:
        return f"{match[1]} District"
    match = FOREIGN_START.match(name)
    if not match or GENERIC_START.match(name) or DIRECTION.match(match[1]):
        return name
    words = {"Departamento": "Department", "Municipio": "Municipality", "Município": "Municipality"}
    word = words.get(name.split()[0]) or (region_word(type) if name.startswith("Prov") else "District")
    return f"{match[1]} {word}"


def region_word(type):
    words = {
        "Governorate": "Governorate", "Department": "Department", "State": "State", "Region": "Region",
        "Prefecture": "Prefecture", "County": "County", "District": "District", "Canton": "Canton", "Parish": "Parish",
        "Voivodship": "Voivodeship", "Division": "Division", "Emirate": "Emirate", "Municipality": "Municipality",
        "Republic": "Republic", "Rayon": "District", "Regional state": "Region", "Metropolitan city": "Metropolitan City",
    }
    return words.get(type, "Province")


def is_usable(name, primary):
    """Whether an alternate can stand in an English text: Latin script, no code, no machine transliteration."""
    if len(name) < 3 or name == primary or "(" in name or "," in name or any(c.isdigit() for c in name):
        return False
    first = next((c for c in name if c.isalpha()), "")
    if not first.isupper() and not re.match(r"(?:al|el|as|ar|an|ad|ash|at|az)[- ][A-ZŞḨŢḐĀ]", name):
        return False
    if CODE_LIKE.match(name) or (name.isupper() and len(name) < 6):
        return False
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") or c in "ʼʻʿʾ" for c in name)


def transliterate(text, letters, starts):
    words = []
    for word in re.split("([ -])", text.lower()):
        latin = ""
        word = word.replace("зг", "z\0h") if letters is UKRAINIAN else word
        for index, letter in enumerate(word):
            latin += (starts if index == 0 else {}).get(letter, letters.get(letter, letter))
        words.append(latin.replace("\0", "g").capitalize())
    return "".join(words)


def simple(text):
    """Lower case without marks: for comparing names here only; keys are folded when the table is compiled."""
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "'’‘ʼʻʿʾ`´")
    return re.sub(r"[-\s]+", " ", text).strip()
