"""A plan whose pictures were put off -> the bytes of one of them, when somebody asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.build.front import Front
from generator.model.plan import Artifact, MakeCard, MakePhoto, Plan
from generator.render import PhotoError, Renderer


def without_pictures(plan: Plan) -> Plan:
    """Leave out the photos and the cards: most of the work of a first build, and few are looked at."""
    return replace(plan, artifacts=tuple(artifact for artifact in plan.artifacts if not _is_picture(artifact)))


def pictures(plan: Plan) -> Mapping[str, Artifact]:
    """Give the photos and cards of a plan by their path."""
    return {artifact.path: artifact for artifact in plan.artifacts if _is_picture(artifact)}


def make_picture(front: Front, root: Path, artifact: Artifact) -> bytes | None:
    """Make one photo or card; None when its source cannot be read any more, which the next build will report."""
    places = front.sources.places
    renderer = Renderer(
        front.sources.theme,
        front.site.config.base_path,
        bodies=lambda _: "",
        photos=lambda path: (places.get(path) or root / path).read_bytes(),
    )
    try:
        return renderer.render(artifact)
    except PhotoError:
        return None


def _is_picture(artifact: Artifact) -> bool:
    return isinstance(artifact.recipe, MakePhoto | MakeCard)
