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


def ensemble(booster):
    """The splits, the ends of the trees' splits, and the leaves, sixteen a tree."""
    splits, ends, leaves = [], [], []
    for tree in booster.dump_model()["tree_info"]:
        own = []
        flatten(tree["tree_structure"], splits, own)
        if len(own) > LEAVES:
            raise SystemExit(f"a tree has {len(own)} leaves, there is room for {LEAVES}")
        ends.append(len(splits))
        leaves += own + [0.0] * (LEAVES - len(own))
    return splits, ends, leaves


def lines(values):
    return ",\n".join(f"  {value}" for value in values)


def table(name, splits, ends, leaves, slots):
    """The C definitions of the trees of a booster."""
    split_lines = lines(f"{{{float(t)!r}f, {slots[column]}, {keep}}}" for t, column, keep in splits)
    leaf_lines = lines(f"{float(np.float32(value))!r}f" for value in leaves)
    return (f"static const winnow_split {name}_splits[] = {{\n{split_lines},\n}};\n\n"
            f"static const int32_t {name}_ends[] = {{\n{lines(ends)},\n}};\n\n"
            f"static const float {name}_leaves[] = {{\n{leaf_lines},\n}};\n\n"
            f"const winnow_ensemble winnow_{name}_ensemble = "
            f"{{{name}_splits, {name}_ends, {name}_leaves, {len(ends)}}};\n")


def write(path, name, boosters, feature_count):
    flat = {key: ensemble(booster) for key, booster in boosters.items()}
    columns = sorted({column for splits, _, _ in flat.values() for _, column, _ in splits})
    slots = {column: slot for slot, column in enumerate(columns)}
    body = "\n".join(table(key, *trees, slots) for key, trees in flat.items())
    path.write_text(
        "// Made by Scripts/model/fit.py. model.json beside it says from what.\n"
        '#include "winnow_model.h"\n\n' + body +
        f"\nconst uint16_t winnow_columns[] = {{\n{lines(columns)},\n}};\n"
        f"const int32_t winnow_column_count = {len(columns)};\n"
        f"const int32_t winnow_feature_count = {feature_count};\n"
        f'const char *const winnow_model_name = "{name}";\n')
