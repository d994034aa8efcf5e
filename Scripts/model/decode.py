"""The choice of blocks from their probabilities, as the program makes it, and its word F1."""
from collections import Counter

import numpy as np

PRECISION_BIAS = 0.15
EMPTY_BELOW = 0.3
ROLE_CUT = 0.7
ROLE_SHARE = 0.2
ARTICLE = 2


def choose(probability, count):
    """The blocks, most probable first, up to where the expected F1 is largest."""
    if len(probability) == 0 or probability.max() < EMPTY_BELOW:
        return np.zeros(len(probability), bool)
    order = np.argsort(-probability, kind="stable")
    hits = np.cumsum((probability * count)[order])
    chosen = np.cumsum(count[order])
    expected = 2 * hits / np.maximum(chosen * (1 + PRECISION_BIAS) + (probability * count).sum(), 1e-9)
    kept = np.zeros(len(probability), bool)
    kept[order[:int(np.argmax(expected)) + 1]] = True
    return kept


def joined(probability, role_probability):
    """The probability of main content, tempered by that of the role: their weighted geometric mean."""
    article = role_probability[:, ARTICLE] if len(probability) else probability
    return probability ** (1 - ROLE_SHARE) * (article + 1e-4) ** ROLE_SHARE


def roles(probability, count, role_probability, cut):
    """The role of each block: article where it is chosen, unless another role is more probable than the cut."""
    if len(probability) == 0:
        return np.zeros(0, int)
    others = role_probability.copy()
    others[:, ARTICLE] = -1
    best = others.argmax(1)
    kept = choose(joined(probability, role_probability), count) & (others.max(1) <= cut)
    return np.where(kept, ARTICLE, best)


def word_f1(got, wanted):
    if not wanted:
        return 0.0 if got else 1.0
    overlap = sum((got & wanted).values())
    return 2 * overlap / (sum(got.values()) + sum(wanted.values())) if overlap else 0.0


def page_f1(page, kept, wanted):
    got = Counter()
    for block in np.flatnonzero(kept):
        got.update(page.tokens[block])
    return word_f1(got, wanted)


CONTEXT = (["p"] + [f"p[{offset}]" for offset in (-3, -2, -1, 1, 2, 3)] + ["smoothed2", "smoothed6", "kept",
           "sinceFirst", "sinceLast", "massBefore", "pageShare", "pageKept"])


def context(probability, count):
    """What the roles are told by besides the features: the main-text probabilities around a block."""
    size = len(probability)
    if size == 0:
        return np.zeros((0, len(CONTEXT)), np.float32)
    kept = choose(probability, count)
    padded = np.pad(probability, 3, constant_values=-1)
    columns = [probability] + [padded[3 + offset:3 + offset + size] for offset in (-3, -2, -1, 1, 2, 3)]
    for deviation in (2.0, 6.0):
        radius = int(deviation * 3)
        kernel = np.exp(-np.arange(-radius, radius + 1) ** 2 / (2 * deviation * deviation))
        columns.append(np.convolve(np.pad(probability, radius), kernel / kernel.sum(), "valid"))
    index = np.arange(size)
    chosen = np.flatnonzero(kept)
    first, last = (chosen[0], chosen[-1]) if len(chosen) else (size, -1)
    mass = (probability * count).sum()
    columns += [kept, index - first, index - last, np.cumsum(probability * count) / max(mass, 1e-6),
                np.full(size, mass / max(count.sum(), 1)), np.full(size, len(chosen))]
    return np.stack(columns, 1).astype(np.float32)
