"""Charts: a frozen object each, which gives the picture, the table and the report's figure."""

from samklang.pages.components.charts.base import Chart, Figure, NotShowable
from samklang.pages.components.charts.bucket_slope import BucketSlope, WavePoint
from samklang.pages.components.charts.bucket_track import BucketTrack, TrackRow
from samklang.pages.components.charts.dot_and_interval import DotAndInterval, DotRow, Estimate
from samklang.pages.components.charts.forest import Forest, ForestRow
from samklang.pages.components.charts.money_flow import Flow, MoneyFlow
from samklang.pages.components.charts.ranking_agreement import Ranked, RankingAgreement
from samklang.pages.components.charts.relation_matrix import RelationMatrix
from samklang.pages.components.charts.scale import Scale
from samklang.pages.components.charts.stacked import StackedDistribution, StackRow
from samklang.pages.components.charts.ten_dots import TenDots, TenRow
from samklang.pages.components.charts.tornado import Swing, Tornado
from samklang.pages.components.charts.waterfall import Step, Waterfall

__all__ = [
    "BucketSlope",
    "BucketTrack",
    "Chart",
    "DotAndInterval",
    "DotRow",
    "Estimate",
    "Figure",
    "Flow",
    "Forest",
    "ForestRow",
    "MoneyFlow",
    "NotShowable",
    "Ranked",
    "RankingAgreement",
    "RelationMatrix",
    "Scale",
    "StackRow",
    "StackedDistribution",
    "Step",
    "Swing",
    "TenDots",
    "TenRow",
    "Tornado",
    "TrackRow",
    "Waterfall",
    "WavePoint",
]
