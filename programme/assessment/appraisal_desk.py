"""What waits for whom: the appraisals that an account may open, with the steps that are its own now."""

from dataclasses import dataclass
from datetime import date

from catalog.accounts import Account
from catalog.database import Catalog
from programme.assessment.appraisal_turns import turns
from programme.assessment.appraisals import Appraisal, listing
from programme.standing import Standing, standing


@dataclass(frozen=True)
class Waiting:
    """An appraisal that an account may open, what it is to the community, and the steps that it may take now."""

    appraisal: Appraisal
    held: Standing
    turns: frozenset[str]


def desk(catalog: Catalog, account: Account, on: date | None = None) -> list[Waiting]:
    """Return the appraisals that an account may open, those first that wait for it."""
    held: dict[int, Standing] = {}
    found = []
    for appraisal in listing(catalog):
        if appraisal.community not in held:
            held[appraisal.community] = standing(catalog, account, appraisal.community, on)
        here = held[appraisal.community]
        if here.inside:
            found.append(Waiting(appraisal, here, turns(catalog, account, appraisal, here, on)))
    return sorted(found, key=lambda one: not one.turns)
