"""One of each chart, and maps of any size."""

from __future__ import annotations

from samklang.pages.components.charts import (
    BucketSlope,
    BucketTrack,
    Chart,
    DotAndInterval,
    DotRow,
    Estimate,
    Flow,
    Forest,
    ForestRow,
    MoneyFlow,
    Ranked,
    RankingAgreement,
    RelationMatrix,
    StackedDistribution,
    StackRow,
    Step,
    Swing,
    TenDots,
    TenRow,
    Tornado,
    TrackRow,
    Waterfall,
    WavePoint,
)
from samklang.pages.components.lines import LineMark, StopState
from samklang.pages.components.transit_map import Line, Stop, TransitMap, TrunkStop

BAND = {"people": "12–19 answered both times", "source": "Wave 3, October 2026"}
AREA = {"people": "376 of 1 480 answered", "source": "Area survey 2026"}
VALUE = {"people": "80 residents", "source": "Value map, version 2"}
VOTES = {"people": "11 of 14 partners ranked", "source": "Workshop 22 October"}

TRACK = BucketTrack(
    title="Most have somebody to turn to",
    rows=(TrackRow("Has somebody to turn to", "most"), TrackRow("Knows where", "half"), TrackRow("Is heard", None)),
    **BAND,
)
SLOPE = BucketSlope(
    title="From few to most",
    waves=(WavePoint("start", "few"), WavePoint("4 months", "half"), WavePoint("end", "most")),
    **BAND,
)
DOTS = DotAndInterval(
    title="More know where help is",
    smallest_n=376,
    rows=(
        DotRow("Knows where help is", Estimate(0.57, 0.52, 0.62), Estimate(0.41, 0.36, 0.46)),
        DotRow("Feels well", Estimate(0.65, 0.6, 0.7), Estimate(0.63, 0.58, 0.68)),
    ),
    **AREA,
)
STACK = StackedDistribution(
    title="More agree than not",
    answers=("Not at all", "Not quite", "Quite", "Fully"),
    n=376,
    rows=(StackRow("I like it here", (0.08, 0.14, 0.44, 0.31), 0.03),),
    **AREA,
)
FOREST = Forest(
    title="Two programmes against a comparison group",
    smallest_n=48,
    rows=(
        ForestRow("Walks", Estimate(0.8, 0.1, 1.5), "E3"),
        ForestRow("Apprentices", Estimate(-0.2, -0.9, 0.5), "E5"),
    ),
    overall=ForestRow("Both", Estimate(0.3, -0.1, 0.7), "together"),
    **AREA,
)
WATERFALL = Waterfall(
    title="From gross to net",
    steps=(
        Step("sum", "Gross", 1280),
        Step("deduction", "Would have happened anyway", -278, "expert"),
        Step("deduction", "Already within reach", 0, "working group"),
        Step("harm", "Harm", -226, "two groups"),
        Step("sum", "Value", 776),
        Step("resource", "Resources", -650),
        Step("sum", "Net", 126),
    ),
    **VALUE,
)
TORNADO = Tornado(
    title="One assumption decides", base=126, swings=(Swing("Anyway", -17, 198), Swing("Worth", -104, 279)), **VALUE
)
TEN = TenDots(
    title="Most like it here",
    n=241,
    rows=(TenRow("Likes it here", 0.79, 0.73, 0.84), TenRow("Has a place", 0.35)),
    **AREA,
)
FLOW = MoneyFlow(
    title="The municipality pays most",
    flows=(Flow("Municipality", "Places", 900), Flow("Landlord", "Hosts", 250)),
    **VALUE,
)
RANKS = RankingAgreement(
    title="Seven put it first", agreement=0.41, rows=(Ranked("A", (7, 3, 1), True), Ranked("B", (4, 4, 3))), **VOTES
)
MATRIX = RelationMatrix(
    title="Who works with whom", partners=("Verandan", "Council"), levels={(0, 1): 3, (1, 0): 2}, **VOTES
)

EVERY: tuple[Chart, ...] = (TRACK, SLOPE, DOTS, STACK, FOREST, WATERFALL, TORNADO, TEN, FLOW, RANKS, MATRIX)

STATES: tuple[StopState, ...] = ("done", "reopened", "under_way", "not_begun", "not_begun", "not_begun")
NAMES = ("Needs", "Proposals", "Decision", "Financing", "Programmes", "Evaluation")


def line(number: int, name: str = "", href: str = "/i/almvalla/process/") -> Line:
    """A line whose work stands at stop 3."""
    stops = tuple(
        Stop(str(place + 1), NAMES[place], state, 5, 3 if place == 2 else 0, place == 2, href)
        for place, state in enumerate(STATES)
    )
    return Line(LineMark(number, name or f"Line {number}", "more go out"), stops, href)


def transit_map(lines: int) -> TransitMap:
    """A map with any number of lines."""
    trunk = (
        TrunkStop("A", "Manifest", "done", "version 1"),
        TrunkStop("B", "Mission", "under_way"),
        TrunkStop("C", "Steering", "not_begun"),
    )
    return TransitMap("Almvalla", trunk, tuple(line(number) for number in range(1, lines + 1)))
