"""What a result shows people: point, band, interval and ratio, rounded here and nowhere else."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from fractions import Fraction

from samklang.methods.value.evaluate import Result
from samklang.methods.value.number_text import Language, band_text, interval_text, point_text, ratio_text


@dataclass(frozen=True)
class Display:
    """Texts to show, without currency. point, band: of the total value; inputs, net: as points; interval: the middle
    80 per cent of the draws, outward; ratio: `1:x`, nothing when the total is 0 or below or there are no inputs."""

    point: str | None
    band: str | None
    inputs: str
    net: str | None
    ratio: str | None
    interval: str | None = None

    def as_row(self) -> dict[str, str | None]:
        """The texts as plain data, for JSON."""
        return asdict(self)


def display(result: Result, interval: tuple[Fraction, Fraction] | None = None, language: Language = "sv") -> Display:
    """A result as texts. interval: lower and upper value of the draws, in currency, if there are any."""
    total, net = result.total_value, result.net
    return Display(
        point=None if total is None else point_text(total, language),
        band=None if total is None else band_text(total, language),
        inputs=point_text(result.total_inputs, language),
        net=None if net is None else point_text(net, language),
        ratio=ratio_text(result.ratio, language),
        interval=None if interval is None else interval_text(*interval, language=language),
    )
