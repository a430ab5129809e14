"""The comparators that rule files can name."""

from __future__ import annotations

from monolint.comparing.categories import CATEGORIES, CATEGORY_AGAINST_ADVICE, SCHEME_MISSING
from monolint.comparing.doses import DOSES
from monolint.comparing.floors import FLOOR
from monolint.comparing.interface import Comparator
from monolint.comparing.maxima import DOSE_ABOVE_MAXIMUM, MAXIMA
from monolint.comparing.members import CLASS_AGAINST_MEMBER
from monolint.comparing.nothing import NONE_AGAINST_ANY, NONE_AGAINST_STATED
from monolint.comparing.omissions import LIST_DIFFERENCE, MISSING_STATEMENT, OBJECT_DIFFERENCE
from monolint.comparing.populations import OUTSIDE_INDICATION
from monolint.comparing.quantities import QUANTITIES
from monolint.comparing.relative_doses import RELATIVE_DOSES
from monolint.comparing.schedules import SCHEDULES
from monolint.comparing.stances import STANCES

COMPARATORS: dict[str, Comparator] = {
    comparator.name: comparator
    for comparator in (
        DOSES,
        MAXIMA,
        DOSE_ABOVE_MAXIMUM,
        RELATIVE_DOSES,
        QUANTITIES,
        FLOOR,
        SCHEDULES,
        STANCES,
        NONE_AGAINST_STATED,
        NONE_AGAINST_ANY,
        CLASS_AGAINST_MEMBER,
        CATEGORIES,
        CATEGORY_AGAINST_ADVICE,
        SCHEME_MISSING,
        LIST_DIFFERENCE,
        MISSING_STATEMENT,
        OBJECT_DIFFERENCE,
        OUTSIDE_INDICATION,
    )
}
