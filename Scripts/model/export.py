"""Writes fitted trees as C tables."""
import numpy as np

LEAVES = 16  # leaves that a tree has room for
RUN = 25  # trees whose leaves are added up in sixteen bits
LARGEST_SUM = 32767


def flatten(tree, splits, leaves):
    """Appends a tree's splits and its leaves from left to right; returns the leaves below as a bit set.

    A split keeps the leaves that are not on its left: those that a row over the threshold can still reach. Trees are
    fitted on codes, so that `code <= threshold` is `code < bound` for a whole bound.
    """
    if "leaf_value" in tree:
        leaves.append(tree["leaf_value"])
        return 1 << (len(leaves) - 1)
    place = len(splits)
    splits.append(None)
    left = flatten(tree["left_child"], splits, leaves)
    right = flatten(tree["right_child"], splits, leaves)
    splits[place] = (int(np.floor(tree["threshold"])) + 1, tree["split_feature"], ~left & 0xFFFF)
    return left | right


def ensemble(booster, class_count):
    """The splits and leaves of each tree, class after class."""
    dumped = booster.dump_model()["tree_info"]
    trees = []
    for index in sorted(range(len(dumped)), key=lambda index: (index % class_count, index)):
        splits, leaves = [], []
        flatten(dumped[index]["tree_structure"], splits, leaves)
        if len(leaves) > LEAVES:
            raise SystemExit(f"a tree has {len(leaves)} leaves, there is room for {LEAVES}")
        trees.append((splits, leaves))
    return trees


def leaf_unit(trees, class_count):
    """The least unit in which no run of leaves can leave sixteen bits."""
    per_class, largest = len(trees) // class_count, 0.0
    for start in range(0, len(trees), per_class):
        for first in range(start, start + per_class, RUN):
            run = trees[first:min(first + RUN, start + per_class)]
            largest = max(largest, sum(max(map(abs, leaves)) for _, leaves in run))
    return largest / (LARGEST_SUM - RUN)


def lines(values):
    return ",\n".join(f"  {value}" for value in values)


def split_text(slot, bound, kept):
    if not 0 < bound < 128:
        raise SystemExit(f"a bound of {bound} is no signed byte")
    return f"{{{slot}, {bound}, {kept & 0xFF}, {kept >> 8}}}"


def table(name, trees, class_count, slots, page_slots, bounds):
    """The C definitions of the trees of a booster."""
    split_lines, counts, page_lines, leaf_lines = [], [], [], []
    unit = leaf_unit(trees, class_count)
    for tree, (splits, leaves) in enumerate(trees):
        kinds = {"low": [], "high": [], "both": []}
        for bound, column, kept in splits:
            bound = bounds(column, bound)
            if column in page_slots:
                page_lines.append(f"{{{tree}, {split_text(page_slots[column], bound, kept)}}}")
                continue
            kind = "low" if kept >> 8 == 0xFF else "high" if kept & 0xFF == 0xFF else "both"
            kinds[kind].append(split_text(slots[column], bound, kept))
        for kind in kinds.values():
            split_lines += kind
        counts.append("{" + ", ".join(str(len(kind)) for kind in kinds.values()) + "}")
        units = [int(np.round(leaf / unit)) & 0xFFFF for leaf in leaves + [0.0] * (LEAVES - len(leaves))]
        leaf_lines.append("{" + ", ".join(str(value) for value in
                                          [value & 0xFF for value in units] + [value >> 8 for value in units]) + "}")
    return (f"static const winnow_split {name}_splits[] = {{\n{lines(split_lines)},\n}};\n\n"
            f"static const winnow_split_counts {name}_counts[] = {{\n{lines(counts)},\n}};\n\n"
            f"static const winnow_page_split {name}_page_splits[] = {{\n{lines(page_lines or ['{0}'])},\n}};\n\n"
            f"static const uint8_t {name}_leaves[][32] = {{\n{lines(leaf_lines)},\n}};\n\n"
            f"const winnow_ensemble winnow_{name}_ensemble = {{\n"
            f"  {name}_splits, {name}_counts, {name}_page_splits, {name}_leaves,\n"
            f"  {float(np.float32(unit))!r}f, {RUN}, {len(trees)}, {class_count}, {len(page_lines)}}};\n")


def float_below(threshold):
    """The largest 32-bit float that is not over the threshold: `value <= threshold` stays the same for floats."""
    value = np.float32(threshold)
    return value if float(value) <= threshold else np.nextafter(value, np.float32(-np.inf))


def forest(name, booster, class_count):
    """The C definitions of trees on numbers."""
    nodes, roots, leaves = [], [], []

    def add(tree):
        if "leaf_value" in tree:
            leaves.append(tree["leaf_value"])
            return ~(len(leaves) - 1)
        place = len(nodes)
        nodes.append(None)
        left, right = add(tree["left_child"]), add(tree["right_child"])
        nodes[place] = f"{{{float(float_below(tree['threshold']))!r}f, {tree['split_feature']}, {left}, {right}}}"
        return place

    for tree in booster.dump_model()["tree_info"]:
        roots.append(add(tree["tree_structure"]))
    leaf_lines = lines(f"{float(np.float32(value))!r}f" for value in leaves)
    return (f"static const winnow_node {name}_nodes[] = {{\n{lines(nodes)},\n}};\n\n"
            f"static const int32_t {name}_roots[] = {{\n{lines(roots)},\n}};\n\n"
            f"static const float {name}_leaves[] = {{\n{leaf_lines},\n}};\n\n"
            f"const winnow_forest winnow_{name}_forest = "
            f"{{{name}_nodes, {name}_roots, {name}_leaves, {len(roots)}, {class_count}}};\n")


def used_edges(trees, scales, edges_of_scale):
    """The edges that some split is at, by scale; and what a bound becomes when the others are gone."""
    used = {scale: set() for scale in edges_of_scale}
    for splits, _ in trees:
        for bound, column, _ in splits:
            if scales[column] in used:
                used[scales[column]].add(bound - 1)
    ranks = {scale: {edge: rank for rank, edge in enumerate(sorted(places))} for scale, places in used.items()}

    def bounds(column, bound):
        return ranks[scales[column]][bound - 1] + 1 if scales[column] in ranks else bound

    return {scale: edges_of_scale[scale][sorted(places)] for scale, places in used.items()}, bounds


def write(path, name, main, role, types, scales, edges_of_scale, scale_count, is_page, type_column_count):
    """Writes model.c.

    `main`, `role` and `types` are boosters with their counts of classes; `scales` and `is_page` say of each column its
    scale and whether it is one of the page.
    """
    trees = {"main": (ensemble(*main), main[1]), "role": (ensemble(*role), role[1])}
    together = [tree for ensemble_trees, _ in trees.values() for tree in ensemble_trees]
    kept_edges, bounds = used_edges(together, scales, edges_of_scale)
    columns = sorted({column for splits, _ in together for _, column, _ in splits})
    rows = [column for column in columns if not is_page[column]]
    pages = [column for column in columns if is_page[column]]
    slots = {column: slot for slot, column in enumerate(rows)}
    page_slots = {column: slot for slot, column in enumerate(pages)}
    body = "\n".join(table(key, *value, slots, page_slots, bounds) for key, value in trees.items())
    edge_list, ends = [], []
    for scale in range(scale_count):
        edge_list += [f"{float(edge)!r}f" for edge in kept_edges.get(scale, [])]
        ends.append(len(edge_list))
    path.write_text(
        "// Made by Scripts/model/fit.py. model.json beside it says from what.\n"
        '#include "winnow_model.h"\n\n' + body + "\n" + forest("type", *types) +
        f"\nconst uint16_t winnow_columns[] = {{\n{lines(rows)},\n}};\n"
        f"const int32_t winnow_column_count = {len(rows)};\n"
        f"const uint16_t winnow_page_columns[] = {{\n{lines(pages)},\n}};\n"
        f"const int32_t winnow_page_column_count = {len(pages)};\n"
        f"const float winnow_edges[] = {{\n{lines(edge_list)},\n}};\n"
        f"const int32_t winnow_edge_ends[] = {{\n{lines(ends)},\n}};\n"
        f"const int32_t winnow_scale_count = {scale_count};\n"
        f"const int32_t winnow_feature_count = {len(scales)};\n"
        f"const int32_t winnow_type_feature_count = {type_column_count};\n"
        f'const char *const winnow_model_name = "{name}";\n')
    return len(edge_list)
