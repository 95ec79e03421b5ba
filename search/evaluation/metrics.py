"""Measures of a ranking against judgements; `judged` maps each relevant id to its grade (0 or absent: not relevant)."""

import math
from collections.abc import Mapping, Sequence


def ndcg(ranking: Sequence[str], judged: Mapping[str, int], depth: int = 10) -> float:
    """Give nDCG at `depth` with linear gains, as trec_eval's ndcg_cut (Järvelin and Kekäläinen 2002)."""
    gain = _discounted([judged.get(doc, 0) for doc in ranking[:depth]])
    ideal = _discounted(sorted(judged.values(), reverse=True)[:depth])
    return gain / ideal if ideal else 0.0


def _discounted(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades))


def recall(ranking: Sequence[str], judged: Mapping[str, int], depth: int) -> float:
    """Give the share of the relevant ids among the first `depth` (trec_eval's recall)."""
    relevant = {doc for doc, grade in judged.items() if grade > 0}
    return len(relevant & set(ranking[:depth])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], judged: Mapping[str, int], depth: int = 10) -> float:
    """Give one over the rank of the first relevant id within `depth`, else 0 (MRR@depth is its mean; Voorhees 1999)."""
    for place, doc in enumerate(ranking[:depth], start=1):
        if judged.get(doc, 0) > 0:
            return 1.0 / place
    return 0.0


def measures(ranking: Sequence[str], judged: Mapping[str, int]) -> dict[str, float]:
    """Give the four measures of one question by name, in the order in which they are shown."""
    return {
        "ndcg@10": ndcg(ranking, judged),
        "recall@1": recall(ranking, judged, 1),
        "recall@10": recall(ranking, judged, 10),
        "mrr@10": reciprocal_rank(ranking, judged),
    }


def means(run: Mapping[str, Sequence[str]], judgements: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    """Give the four means over all judged questions; a question without a ranking counts as 0."""
    return mean_of([measures(run.get(query, ()), judged) for query, judged in judgements.items()])


def mean_of(each: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Give the mean of each measure over questions measured by `measures`; all 0 where there is none."""
    return {name: sum(one[name] for one in each) / max(len(each), 1) for name in measures((), {})}
