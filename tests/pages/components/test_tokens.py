"""The tokens are read, computed and never taken on trust."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from samklang.pages.components.drawing.colours import tokens

SCHEMES = ("light", "dark")
GROUNDS = ("--page", "--surface", "--sunken")
TEXTS = ("--ink", "--ink-2", "--line-1", "--line-2", "--line-3")
LINES = ("--line-1", "--line-2", "--line-3")

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
BLINDNESS = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
# sRGB to XYZ, D65 (IEC 61966-2-1).
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(first: str, second: str) -> float:
    bright, dim = sorted((float(TO_XYZ[1] @ linear(colour)) for colour in (first, second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    ratio = TO_XYZ @ np.clip(rgb, 0, 1) / WHITE
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_the_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_and_lines_reach_four_and_a_half_on_every_ground(scheme: str) -> None:
    found = tokens(scheme)
    weak = [(text, ground) for text in TEXTS for ground in GROUNDS if contrast(found[text], found[ground]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_borders_reach_three_on_every_ground(scheme: str) -> None:
    found = tokens(scheme)
    assert [ground for ground in GROUNDS if contrast(found["--rule-2"], found[ground]) < 3] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_numbers_can_be_read_on_lines_and_on_tints(scheme: str) -> None:
    found = tokens(scheme)
    assert [line for line in (*LINES, "--ink-2") if contrast(found["--on-line"], found[line]) < 4.5] == []
    tints = [name for name in found if name.startswith("--tint")]
    assert [name for name in tints if contrast(found["--ink"], found[name]) < 4.5] == []


@pytest.mark.parametrize(("kind", "least"), [("deutan", 30), ("protan", 25), ("tritan", 12)])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_colour_blind_readers_tell_the_lines_apart(scheme: str, kind: str, least: float) -> None:
    found = tokens(scheme)
    seen = [lab(np.array(BLINDNESS[kind]) @ linear(found[name])) for name in LINES]
    nearest = min(float(np.linalg.norm(one - other)) for one, other in itertools.combinations(seen, 2))
    assert nearest >= least


def test_dark_has_a_value_of_its_own_for_every_colour() -> None:
    light, dark = tokens("light"), tokens("dark")
    colours = [name for name, value in light.items() if value.startswith("#")]
    assert [name for name in colours if light[name] == dark[name]] == []
