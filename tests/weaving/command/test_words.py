"""Densities, yarn counts and classes as lines of text, and the help of every command."""

import re

import pytest

from config.cli.weave import weave
from config.cli.weave_files import FILES
from nawl.weaving.classes import load_classes
from tests.weaving.command.asking import refused, run


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("40raj", "kpsi", "210.66"),
        ("٣٠ رج", "kpsi", "118.5"),
        ("9/54 india", "yd2", "155520"),
        ("81 cm2", "india", "20.57/102.87"),
        ("Nm 6×3", "tex", "500"),
        ("500tex", "Nm", "2"),
        ("Ne 20/12", "den", "3188.88"),
    ],
)
def test_a_density_or_a_count_is_converted(value, unit, said):
    assert run("convert", value, "--to", unit).strip() == said


def test_without_a_unit_all_are_told():
    assert "kpsi: 58.06 · knots per square inch" in run("convert", "30/dm", "--lang", "en")
    assert "tex: 500" in run("convert", "Nm 6x3")


@pytest.mark.parametrize(
    ("value", "unit", "code"),
    [
        ("40", "kpsi", "density_unreadable"),
        ("forty raj", "", "density_unreadable"),
        ("40 cubits", "", "density_unit_unknown"),
        ("40raj", "cubits", "density_unit_unknown"),
        ("Nm 6", "kpsi", "density_unit_unknown"),
        ("Nm 0", "", "yarn_count_unfit"),
    ],
)
def test_what_is_no_density_and_no_count_is_refused(value, unit, code):
    assert refused("convert", value, "--to", unit)[0] == code


def test_the_classes_are_listed():
    for language in ("ar", "en"):
        output = run("classes", "--lang", language)
        assert all(one.key in output for one in load_classes())


@pytest.mark.parametrize(
    ("language", "said"),
    [("ar", ("متناظرة (تركية)", "4000 عقدة في اليوم", "6000 خانة في اليوم")), ("en", ("no knots", "6000 cells a day"))],
)
def test_the_knots_of_classes_are_said_in_words(language, said):
    output = run("classes", "--lang", language)
    assert all(one in output for one in said)
    assert "asymmetric_left" not in output


@pytest.mark.parametrize("name", sorted(weave.commands))
def test_every_command_explains_itself_in_both_languages(name):
    text = run(name, "--help")
    assert re.search("[a-z]{4}", text)
    assert re.search("[\u0621-\u064a]{3}", text)


def test_every_file_that_can_be_written_is_offered():
    assert all(name in run("chart", "--help") for name in FILES)
