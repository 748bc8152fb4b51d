"""What runs at a moment -> the stage that the moment counts for."""

from __future__ import annotations

from benchmarks.stages import IMPORTS, REST, Sample, Stages, stage_of


def frames(*modules: str) -> Sample:
    return Sample(tuple((module, "work") for module in modules))


def test_a_module_belongs_to_the_stage_of_its_package() -> None:
    assert stage_of("generator.parse.markdown.inline") == "parse"
    assert stage_of("generator.build.pipeline") is None


def test_the_innermost_stage_counts_also_below_a_library() -> None:
    sample = frames("markdown.core", "generator.parse.markdown", "generator.build.reading", "generator.cli.entry")
    assert sample.stage == "parse"
    assert sample.function == "parse.markdown: work"


def test_loading_code_is_no_work_of_the_stage_that_is_loaded() -> None:
    assert frames("generator.render.renderer", "importlib._bootstrap", "generator.build.pipeline").stage == IMPORTS


def test_what_no_stage_does_is_between_the_stages() -> None:
    assert frames("generator.build.pipeline", "generator.cli.entry").stage == REST
    assert frames("json", "runpy").function == ""


def test_time_adds_up_and_memory_keeps_its_highest() -> None:
    stages = Stages()
    stages.add(frames("generator.load"), 0.5, 300)
    stages.add(frames("generator.load"), 0.25, 200)
    assert stages.to_dict() == {
        "seconds": {"load": 0.75},
        "functions": {"load": [("load: work", 0.75)]},
        "memory": {"load": 300},
    }
