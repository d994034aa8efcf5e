"""Codes of values: the trees are fitted on them, as the program passes them through the trees.

A scale is a list of edges; a value's code is the number of edges under it. Columns that show the same value in several
places share a scale. Distances are small whole numbers, and their own codes.
"""
import numpy as np

BINS = 40  # codes of a scale: of 24, 40 and 63 the fewest that cost no word F1
SAMPLE = 400_000  # values that edges are put between, at most
OWN_CODE = -1  # the scale of whole numbers that are their own codes


def edges(values, bins=BINS):
    """Edges that part values into runs of about equal count; a frequent value has a code of its own."""
    if len(values) > SAMPLE:
        values = values[::len(values) // SAMPLE + 1]
    distinct, counts = np.unique(values.astype(np.float32), return_counts=True)
    if len(distinct) <= bins:
        ends = np.arange(len(distinct) - 1)
    else:
        ends = run_ends(counts, bins)
    between = distinct[ends].astype(np.float64) / 2 + distinct[ends + 1].astype(np.float64) / 2
    return np.maximum(between.astype(np.float32), distinct[ends])


def run_ends(counts, bins):
    """The places after which a run ends: at most `bins` runs."""
    is_frequent = counts >= counts.sum() / bins
    share = counts[~is_frequent].sum() / max(bins - is_frequent.sum(), 1)
    ends, size = [], 0
    for place in range(len(counts) - 1):
        size += counts[place]
        if is_frequent[place] or size >= share or (is_frequent[place + 1] and size >= share / 2):
            ends.append(place)
            size = 0
            if len(ends) == bins - 1:
                break
    return np.array(ends, int)


def make(columns_of_scale, rows):
    """The edges of each scale from the columns that share it; `rows` are those of all pages together."""
    return {scale: edges(rows[:, columns].ravel()) for scale, columns in columns_of_scale.items() if scale != OWN_CODE}


def code(rows, scales, edges_of_scale):
    """The codes of rows; `scales` names the scale of each column."""
    codes = np.empty(rows.shape, np.uint8)
    for column, scale in enumerate(scales):
        values = rows[:, column]
        codes[:, column] = values if scale == OWN_CODE else np.searchsorted(edges_of_scale[scale], values, side="left")
    return codes


def columns_by_scale(scales):
    result = {}
    for column, scale in enumerate(scales):
        result.setdefault(scale, []).append(column)
    return result
