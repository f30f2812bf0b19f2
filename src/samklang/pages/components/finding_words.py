"""What a value map's findings say, in the reader's language: what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.methods.kernel.findings import Finding

ERRORS: Mapping[str, Promise] = {
    "VE01": _("A share is outside 0 to 100 per cent. Write 0.20 for 20 per cent."),
    "VE02": _(
        "A deduction is missing, or is nought without a source. Give the share, or say what shows that it is 0."
    ),
    "VE03": _("A value lacks its source, its unit or its price year. Give all three."),
    "VE04": _(
        "The partners together claim more than the whole change. Lower the shares until they make 100 per cent."
    ),
    "VE05": _(
        "The same change is counted twice, or a chain of changes leads back to itself. Let each change count once."
    ),
    "VE06": _("The numbers of people can't be right: improved, answered and started must come in rising order."),
    "VE07": _("What is worth something to one is counted as worth it to another. Keep one perspective in a map."),
    "VE08": _("The resources are not whole. Give what they were worth, unpaid time too."),
    "VE09": _("The value runs on past the years that were followed. Let it fade, or name the decision behind it."),
    "VE10": _("Money of different years or currencies is added. Convert it first, by one index or one rate."),
    "VE11": _("A number can't be right: too long, below nought, or low, mode and high in the wrong order."),
    "VE12": _("Shares that should make a whole don't. Make them add up to 100 per cent."),
}
WARNINGS: Mapping[str, Promise] = {
    "VW01": _("Nothing at all is deducted: the whole change is claimed."),
    "VW02": _("No negative or unintended outcome is considered for anyone."),
    "VW03": _("What would have happened anyway rests on an assumption or on what people say, not on a comparison."),
    "VW04": _("Less is deducted here than in nine of ten published reports."),
    "VW05": _("More than half of the value rests on this one row."),
    "VW06": _("Few have answered, so the number is unsure."),
    "VW07": _("This value is far from the others, or from what its source says. Check the number of noughts."),
    "VW08": _("A ratio says more than anyone can defend here. Tell the range first, and don't rank by ratio."),
    "VW09": _("A forecast: what may come about, not what has been achieved."),
    "VW10": _("The group is small: leave this row out of anything public."),
    "VW11": _("More is deducted from a harm than from the benefits."),
    "VW12": _("The value may be below or above what was put in."),
    "VW13": _("Some who started have not answered; what they would have said is not known."),
    "VW14": _("The value told stands outside the middle half of what the draws give."),
    "VW15": _("A number has no source."),
    "VW16": _("One outcome is shown but neither counted in the total nor weighed with the others."),
    "VW17": _("The value lasts several years without fading, and nothing says how long people were followed."),
    "VW18": _("No number is given as a range, so nothing says how sure the total is."),
    "VW19": _("An amount is made up or not yet checked: practise with it, but publish nothing from it."),
    "VW20": _("An amount of your own is not used in this calculation."),
    "VW21": _("A share is all of it, or the discount is 20 per cent a year or more. Check it: one per cent is 0.01."),
}


CLAIMED_TWICE = _(
    "The same change is claimed in another map too: %(maps)s. Together the maps claim more than the whole of it. "
    "Agree on whose share is whose and write it in each (partner_shares), count the change in one map only (counted: "
    "false), or give the changes different names if they are not the same."
)


def finding_text(found: Finding, shared: Mapping[str, Sequence[str]] | None = None) -> str:
    """A finding in the reader's language; one that has no words here keeps its own.

    shared: outcome → the other maps that claim the same change.
    """
    maps = (shared or {}).get(found.where.removeprefix("outcomes."))
    if found.code == "VE04" and maps:
        return str(CLAIMED_TWICE) % {"maps": ", ".join(maps)}
    return str(ERRORS.get(found.code) or WARNINGS.get(found.code) or found.text)
