"""Writes fitted trees as a C table."""
import numpy as np

LEAVES = 16  # leaves that a tree has room for


def float_below(threshold):
    """The largest 32-bit float that is not over the threshold: `value <= threshold` stays the same for floats."""
    value = np.float32(threshold)
    return value if float(value) <= threshold else np.nextafter(value, np.float32(-np.inf))


def flatten(tree, splits, leaves):
    """Appends a tree's splits and its leaves from left to right; returns the leaves below as a bit set.

    A split keeps the leaves that are not on its left: those that a row over the threshold can still reach.
    """
    if "leaf_value" in tree:
        leaves.append(tree["leaf_value"])
        return 1 << (len(leaves) - 1)
    place = len(splits)
    splits.append(None)
    left = flatten(tree["left_child"], splits, leaves)
    right = flatten(tree["right_child"], splits, leaves)
    splits[place] = (float_below(tree["threshold"]), tree["split_feature"], ~left & 0xFFFF)
    return left | right


def ensemble(boosters):
    """The splits, the ends of the trees' splits, and the leaves, sixteen a tree; the mean of the boosters."""
    splits, ends, leaves = [], [], []
    for tree in [tree for booster in boosters for tree in booster.dump_model()["tree_info"]]:
        own = []
        flatten(tree["tree_structure"], splits, own)
        if len(own) > LEAVES:
            raise SystemExit(f"a tree has {len(own)} leaves, there is room for {LEAVES}")
        ends.append(len(splits))
        leaves += [leaf / len(boosters) for leaf in own] + [0.0] * (LEAVES - len(own))
    return splits, ends, leaves


def lines(values):
    return ",\n".join(f"  {value}" for value in values)


def table(name, bag):
    """The C definitions of the trees of a bag of boosters."""
    splits, ends, leaves = ensemble(bag.boosters)
    columns = sorted({feature for _, feature, _ in splits})
    place = {column: index for index, column in enumerate(columns)}
    split_lines = lines(f"{{{float(t)!r}f, {place[f]}, {keep}}}" for t, f, keep in splits)
    leaf_lines = lines(f"{float(np.float32(value))!r}f" for value in leaves)
    counts = f"{len(ends)}, {len(columns)}, {bag.boosters[0].num_feature()}"
    return (f"static const winnow_split {name}_splits[] = {{\n{split_lines},\n}};\n\n"
            f"static const int32_t {name}_ends[] = {{\n{lines(ends)},\n}};\n\n"
            f"static const float {name}_leaves[] = {{\n{leaf_lines},\n}};\n\n"
            f"static const uint16_t {name}_columns[] = {{\n{lines(columns)},\n}};\n\n"
            f"const winnow_ensemble winnow_{name}_ensemble = "
            f"{{{name}_splits, {name}_ends, {name}_leaves, {name}_columns, {counts}}};\n")


def write(path, name, ensembles):
    body = "\n".join(table(key, bag) for key, bag in ensembles.items())
    path.write_text(
        "// Made by Scripts/model/fit.py. model.json beside it says from what.\n"
        '#include "winnow_model.h"\n\n' + body + f'\nconst char *const winnow_model_name = "{name}";\n')
