"""Writes fitted trees as a C table."""
import numpy as np


def float_below(threshold):
    """The largest 32-bit float that is not over the threshold: `value <= threshold` stays the same for floats."""
    value = np.float32(threshold)
    return value if float(value) <= threshold else np.nextafter(value, np.float32(-np.inf))


def flatten(tree, nodes, leaves):
    """Appends a tree; a child below zero is the leaf of index -1 - child, counted over all trees."""
    if "leaf_value" in tree:
        leaves.append(tree["leaf_value"])
        return -len(leaves)
    place = len(nodes)
    nodes.append(None)
    left = flatten(tree["left_child"], nodes, leaves)
    right = flatten(tree["right_child"], nodes, leaves)
    nodes[place] = (float_below(tree["threshold"]), tree["split_feature"], left, right)
    return place


def ensemble(booster):
    """The nodes, leaves and roots of a booster's trees, in order."""
    nodes, leaves, roots = [], [], []
    for tree in booster.dump_model()["tree_info"]:
        roots.append(flatten(tree["tree_structure"], nodes, leaves))
    return nodes, leaves, roots


def table(name, booster):
    """The C definitions of a booster."""
    nodes, leaves, roots = ensemble(booster)
    node_lines = ",\n".join(f"  {{{float(t)!r}f, {f}, {l}, {r}}}" for t, f, l, r in nodes)
    leaf_lines = ",\n".join(f"  {float(np.float32(v))!r}f" for v in leaves)
    root_lines = ",\n".join(f"  {r}" for r in roots)
    return (f"static const winnow_tree_node {name}_nodes[] = {{\n{node_lines},\n}};\n\n"
            f"static const float {name}_leaves[] = {{\n{leaf_lines},\n}};\n\n"
            f"static const int32_t {name}_roots[] = {{\n{root_lines},\n}};\n\n"
            f"const winnow_ensemble winnow_{name}_ensemble = {{{name}_nodes, {name}_leaves, {name}_roots, {len(roots)}, {booster.num_feature()}}};\n")


def write(path, name, ensembles):
    body = "\n".join(table(key, booster) for key, booster in ensembles.items())
    path.write_text(
        "// Made by Scripts/model/fit.py. model.json beside it says from what.\n"
        '#include "winnow_model.h"\n\n' + body + f'\nconst char *const winnow_model_name = "{name}";\n')
