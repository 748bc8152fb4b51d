"""The shared data files below `content/` -> organisations, themes, counters, spellings, postcodes, notice and map."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, Report, error, shorten
from generator.model.shared import Counter, Notice, Organisation, SharedData, Theme, WijkMap, WijkShape
from generator.model.source import SourceFile
from generator.parse.front_matter import decode
from generator.parse.schema.shared import CounterKeys, NoticeKeys, OrganisationKeys, ThemeKeys
from generator.parse.schema.texts import SLUG, slugify
from generator.parse.validate import validate
from generator.parse.yaml_text import YamlText, read_yaml

K = TypeVar("K", bound=BaseModel)
T = TypeVar("T")

MAP_FILE = "content/kaart/assen-wijken.geojson"
SMALL_MAP_FILE = "content/kaart/assen-wijken-schematisch-2025.geojson"
_FILES = {
    name: f"content/{name}.yaml" for name in ("organisaties", "themas", "loketten", "namen", "postcodes", "mededeling")
}
DATA_FILES = (*_FILES.values(), MAP_FILE, SMALL_MAP_FILE)


def parse_shared_data(files: Mapping[str, SourceFile]) -> Report[SharedData]:
    """Read all shared data; a file that is absent gives an empty part."""
    reader = _Reader(files)
    organisations = reader.table("organisaties", OrganisationKeys, _organisation)
    themes = reader.table("themas", ThemeKeys, lambda slug, keys: Theme(slug, keys.naam, keys.omschrijving))
    counters = reader.table("loketten", CounterKeys, _counter)
    shared = SharedData(
        organisations=organisations,
        themes=themes,
        counters=counters,
        spellings=reader.spellings(),
        postcodes=reader.postcodes(),
        notice=reader.notice(),
        map=reader.map(MAP_FILE),
        small_map=reader.map(SMALL_MAP_FILE),
        lines=reader.lines,
    )
    return Report(shared, tuple(reader.found))


def _organisation(slug: str, keys: OrganisationKeys) -> Organisation:
    return Organisation(
        slug=slug,
        name=keys.naam,
        description=keys.omschrijving,
        website=keys.website,
        phone=keys.telefoon,
        email=keys.email,
        address=keys.adres,
    )


def _counter(slug: str, keys: CounterKeys) -> Counter:
    return Counter(
        slug=slug,
        name=keys.naam,
        description=keys.omschrijving,
        wishes=tuple(keys.waarvoor),
        not_for=tuple(keys.niet_voor),
        organisation=keys.organisatie,
        how=keys.hoe,
        phone=keys.telefoon,
        email=keys.email,
        website=keys.website,
        address=keys.adres,
    )


class _Reader:
    """Reads one file after the other and gathers what is wrong."""

    def __init__(self, files: Mapping[str, SourceFile]) -> None:
        self.files = files
        self.found: list[Diagnostic] = []
        self.lines: dict[str, int] = {}

    def _yaml(self, name: str) -> YamlText | None:
        source = self.files.get(_FILES[name])
        if source is None:
            return None
        text = decode(source.data or b"", source.path)
        self.found += text.diagnostics
        if text.value is None:
            return None
        read = read_yaml(text.value, path=source.path)
        self.found += read.diagnostics
        if read.value:
            self.lines |= {f"{name}:{key}": line for key, line in read.value.lines.items()}
        return read.value

    def table(self, name: str, schema: type[K], make: Callable[[str, K], T]) -> dict[str, T]:
        """Read a file of slugs with their keys."""
        read = self._yaml(name)
        rows: dict[str, T] = {}
        path = _FILES[name]
        for slug, value in read.value.items() if read else ():
            line = read.lines.get(slug, 1) if read else 1
            if not SLUG.fullmatch(slug):
                tip = f"schrijf '{slugify(slug)}'" if slugify(slug) else "gebruik kleine letters en streepjes"
                message = f"'{shorten(slug)}' kan geen deel van een adres zijn"
                self.found.append(error(path, line, "slug-onjuist", message, tip))
                continue
            checked = validate(
                schema,
                value,
                read.lines if read else {},
                path,
                at=slug,
                stand_ins={"naam": slug, "omschrijving": slug, "waarvoor": [slug]},
            )
            self.found += checked.diagnostics
            if checked.value is not None:
                rows[slug] = make(slug, checked.value)
        return rows

    def spellings(self) -> dict[str, tuple[str, ...]]:
        """Read the preferred spellings, each with the variants that people write."""
        read = self._yaml("namen")
        rows: dict[str, tuple[str, ...]] = {}
        for name, value in read.value.items() if read else ():
            variants = [value] if isinstance(value, str) else value
            if isinstance(variants, list) and all(isinstance(variant, str) for variant in variants):
                rows[name] = tuple(str(variant) for variant in variants)
            else:
                tip = "schrijf bijvoorbeeld: Vaart Welzijn: [Vaartwelzijn, VaartWelzijn]"
                message = f"bij '{shorten(name)}' hoort een lijst van schrijfwijzen"
                line = read.lines.get(name, 1) if read else 1
                self.found.append(error(_FILES["namen"], line, "geen-lijst", message, tip))
        return rows

    def postcodes(self) -> dict[str, str]:
        """Read which postcode lies in which wijk: `9401` or `9401AB`."""
        read = self._yaml("postcodes")
        rows: dict[str, str] = {}
        for written, value in read.value.items() if read else ():
            code = re.sub(r"\s", "", written).upper()
            if re.fullmatch(r"[1-9][0-9]{3}([A-Z]{2})?", code) and isinstance(value, str):
                rows[code] = value.strip()
                self.lines[f"postcodes:{code}"] = read.lines.get(written, 1) if read else 1
                continue
            tip = "schrijf bijvoorbeeld: 9401AB: centrum"
            line = read.lines.get(written, 1) if read else 1
            message = f"'{shorten(written)}' is geen postcode met een wijk"
            self.found.append(error(_FILES["postcodes"], line, "postcode-onjuist", message, tip))
        return rows

    def notice(self) -> Notice | None:
        """Read the one notice of the site."""
        read = self._yaml("mededeling")
        if read is None or not read.value:
            return None
        checked = validate(NoticeKeys, read.value, read.lines, _FILES["mededeling"])
        self.found += checked.diagnostics
        keys = checked.value
        if keys is None:
            return None
        return Notice(
            text=keys.tekst,
            until=keys.tot_en_met,
            link_text=keys.link.tekst if keys.link else None,
            link_target=keys.link.naar if keys.link else None,
            link_line=read.lines.get("link.naar", 1),
        )

    def map(self, path: str) -> WijkMap:
        """Read the outlines of the wijken."""
        source = self.files.get(path)
        if source is None:
            return WijkMap()
        try:
            data = json.loads((source.data or b"").decode("utf-8-sig"))
            return _wijk_map(TypeAdapter(_MapKeys).validate_python(data))
        except (ValueError, ValidationError, RecursionError):
            tip = "zet het bestand terug zoals het was; het is een GeoJSON met een vlak per wijk"
            self.found.append(error(path, 1, "kaart-onjuist", "de kaart van de wijken kunnen we niet lezen", tip))
            return WijkMap()


_Point = tuple[
    Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)],
    Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)],
]


class _PropertiesKeys(BaseModel):
    wijkcode: str
    label_punt: _Point | None = None


class _PolygonKeys(BaseModel):
    type: Literal["Polygon"]
    coordinates: list[list[_Point]]


class _MultiPolygonKeys(BaseModel):
    type: Literal["MultiPolygon"]
    coordinates: list[list[list[_Point]]]


class _FeatureKeys(BaseModel):
    properties: _PropertiesKeys
    geometry: _PolygonKeys | _MultiPolygonKeys


class _MetadataKeys(BaseModel):
    bron: str = ""
    licentie: str = ""


class _MapKeys(BaseModel):
    features: list[_FeatureKeys]
    metadata: _MetadataKeys = _MetadataKeys()


def _has_extent(ring: Sequence[tuple[float, float]]) -> bool:
    across, down = {x for x, _ in ring}, {y for _, y in ring}
    return len(across) > 1 and len(down) > 1


def _wijk_map(keys: _MapKeys) -> WijkMap:
    shapes = []
    for feature in keys.features:
        geometry = feature.geometry
        parts = geometry.coordinates if isinstance(geometry, _MultiPolygonKeys) else [geometry.coordinates]
        rings = tuple(tuple(ring) for part in parts for ring in part)
        if not all(_has_extent(ring) for ring in rings):
            raise ValueError(feature.properties.wijkcode)
        if rings:
            shapes.append(WijkShape(feature.properties.wijkcode, rings, feature.properties.label_punt))
    return WijkMap(tuple(shapes), keys.metadata.bron, keys.metadata.licentie)
