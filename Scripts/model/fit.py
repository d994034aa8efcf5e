#!/usr/bin/env python3
"""Fits Winnow's model and writes it as C tables.

usage: fit.py --winnow .build/release/winnow --corpora ../shared/corpora

Five folds grouped by registered domain give the scores: no page is scored by a model that saw its site. The
model that is written is fitted on everything but the held-out pages of Corpus/.
"""
import argparse
import datetime
import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import lightgbm as lgb
import numpy as np

import decode
import export
import scales
from dataset import FOLDS, ROLES, main_labels, read_corpora, read_pages, words

ROOT = Path(__file__).resolve().parents[2]
COMMON = dict(bagging_freq=1, bagging_fraction=0.7, num_threads=1, verbosity=-1, seed=7, deterministic=True,
              force_col_wise=True, max_bin=127, min_data_in_bin=1, use_missing=False)
MAIN = dict(COMMON, objective="cross_entropy", num_leaves=16, learning_rate=0.05, min_data_in_leaf=60,
            feature_fraction=0.4, lambda_l2=5.0)
MAIN_TREES = 500
MAIN_COLUMNS = 200
PAGE_ONLY = ("page.mark.", "page.address.")  # not for main text: its trees fit themselves to single pages by them
ROLE = dict(COMMON, objective="multiclass", num_class=len(ROLES), num_leaves=15, learning_rate=0.07,
            min_data_in_leaf=15, feature_fraction=0.2, lambda_l2=3.0)
ROLE_ROUNDS = 80
ROLE_COLUMNS = 300
TYPES = ["article", "documentation", "service", "forum", "collection", "listing", "product"]
TYPE = dict(COMMON, objective="multiclass", num_class=len(TYPES), num_leaves=5, learning_rate=0.06,
            min_data_in_leaf=8, feature_fraction=0.15, lambda_l2=3.0, max_bin=63, min_data_in_bin=3)
TYPE_ROUNDS = 300
TYPE_COLUMNS = 250
RANKING_ROUNDS = 0.25  # of the rounds of a fit: enough to tell which columns it uses
EASY = 0.02  # probability of main content under which a short fit is sure of a block
EASY_KEPT = 5  # one in so many of those blocks is fitted to


class Layout:
    """The columns of the table and of the context, and the scales of their values."""

    def __init__(self, header):
        self.columns = header["columns"]
        self.scales = header["scales"]
        self.context_columns = header["contextColumns"]
        self.context_scales = header["contextScales"]
        self.scale_count = header["scaleCount"]
        self.block_count = header["blockColumnCount"]
        self.page_count = header["pageColumnCount"]
        self.edges = {}
        self.barred = [index for index, name in enumerate(self.columns) if name.startswith(PAGE_ONLY)]
        if self.context_columns != decode.CONTEXT:
            sys.exit("fit.py: the program has other columns of context than decode.py")

    @property
    def all_scales(self):
        return self.scales + self.context_scales

    @property
    def is_page(self):
        """Whether each column is the same for all rows of a page."""
        width = len(self.columns)
        return ([column >= width - self.page_count for column in range(width)]
                + [name.startswith("page") for name in self.context_columns])

    @property
    def type_columns(self):
        return (["mean." + name for name in self.columns[:self.block_count]] + self.columns[-self.page_count:]
                + ["role." + role for role in ROLES])

    def code(self, pages):
        """Gives each page the codes of its rows."""
        by_scale = scales.columns_by_scale(self.scales)
        fitted = [page for page in pages if page.reference and len(page.rows)]
        rows = np.concatenate([page.rows for page in fitted])
        firsts = np.stack([page.rows[0] for page in fitted])
        for scale, columns in by_scale.items():
            if scale != scales.OWN_CODE:
                # What the page is like counts once a page, however many blocks it has.
                of_page = columns[0] >= len(self.columns) - self.page_count
                self.edges[scale] = scales.edges((firsts if of_page else rows)[:, self.offset_zero(columns)].ravel())
        for page in pages:
            page.codes = scales.code(page.rows, self.scales, self.edges)

    def offset_zero(self, columns):
        """Of the columns of a scale those that are not another's at a neighbouring block."""
        own = [column for column in columns if "[-" not in self.columns[column] and column < self.block_count]
        return own or columns

    def code_context(self, pages):
        """Gives each page the codes of its rows and their context."""
        for page in pages:
            page.context = decode.context(page.probability, page.rows[:, 0])
        if self.context_scales[0] not in self.edges:
            rows = np.concatenate([page.context for page in pages if page.reference])
            for scale, columns in scales.columns_by_scale(self.context_scales).items():
                self.edges[scale] = scales.edges(rows[:, columns[:1]].ravel())
        for page in pages:
            page.role_codes = np.concatenate(
                [page.codes, scales.code(page.context, self.context_scales, self.edges)], 1)


def stack(pages, rows):
    return np.concatenate([rows(page) for page in pages])


def train(parameters, rounds, rows, labels, weights):
    bins = {key: parameters[key] for key in ("max_bin", "min_data_in_bin", "use_missing")}
    return lgb.train(parameters, lgb.Dataset(rows.astype(np.float32), labels, weight=weights, params=bins), rounds)


def fit(parameters, rounds, rows, labels, weights, column_count=None, thins=False, barred=()):
    """Fits trees; on the columns that a shorter fit uses most, when a count is given.

    The other columns are made zero, so that the trees speak of the columns of the whole table.
    """
    labels = np.asarray(labels)
    if column_count:
        ranking = train(parameters, int(rounds * RANKING_ROUNDS), rows, labels, weights)
        gain = ranking.feature_importance("gain")
        gain[list(barred)] = 0
        used = np.argsort(-gain, kind="stable")[:column_count]
        if thins:
            chosen = ranking.predict(rows) >= EASY
            chosen[::EASY_KEPT] = True
            rows, labels, weights = rows[chosen], labels[chosen], weights[chosen]
        narrow = np.zeros_like(rows)
        narrow[:, used] = rows[:, used]
        rows = narrow
    return train(parameters, rounds, rows, labels, weights)


def main_weights(page):
    count = np.maximum(page.rows[:, 0], 0)
    return np.sqrt(count / max(count.sum(), 1)) + 1e-4


def fit_main(pages, layout):
    return fit(MAIN, MAIN_TREES, stack(pages, lambda p: p.codes), stack(pages, lambda p: p.labels),
               stack(pages, main_weights), MAIN_COLUMNS, thins=True, barred=layout.barred)


def fit_roles(pages):
    rows, roles = stack(pages, lambda p: p.role_codes), stack(pages, lambda p: np.array(p.roles))
    weights = stack(pages, lambda p: np.sqrt(np.maximum(p.rows[:, 0], 0)) + 0.5)
    known = roles >= 0
    return fit(ROLE, ROLE_ROUNDS, rows[known], roles[known], weights[known], ROLE_COLUMNS)


def type_row(page, layout):
    """What a page's type is told by: the means of its blocks' values, its own values, the words of each role."""
    if not len(page.rows):
        return np.zeros((1, len(layout.type_columns)), np.float32)
    count = page.rows[:, 0]
    shares = (page.role_probability * count[:, None]).sum(0) / max(count.sum(), 1)
    row = np.concatenate([page.rows[:, :layout.block_count].mean(0), page.rows[0, -layout.page_count:], shares])
    return row[None].astype(np.float32)


def fit_types(pages, layout):
    return fit(TYPE, TYPE_ROUNDS, stack(pages, lambda p: type_row(p, layout)),
               [TYPES.index(p.reference["page_type"]) for p in pages], None, TYPE_COLUMNS)


def report_types(pages):
    right = [TYPES[int(p.type_probability.argmax())] == p.reference["page_type"] for p in pages]
    print("page type, accuracy out of fold:", round(float(np.mean(right)), 4), flush=True)
    return round(float(np.mean(right)), 4)


def report_main(pages, title, chosen):
    scores = defaultdict(list)
    for page in pages:
        score = decode.page_f1(page, chosen(page), Counter(words(page.reference["text"])))
        scores["all"].append(score)
        scores[page.reference["page_type"]].append(score)
    result = {kind: round(float(np.mean(values)), 4) for kind, values in sorted(scores.items())}
    print(f"main text, word F1 out of fold, {title}:", result, flush=True)
    return result


def decided(page, cut=decode.ROLE_CUT):
    return decode.roles(page.probability, page.rows[:, 0], page.role_probability, cut)


def report_roles(pages, title, cut=decode.ROLE_CUT):
    overlap, predicted, wanted = np.zeros(10), np.zeros(10), np.zeros(10)
    for page in pages:
        count = np.array([sum(tokens.values()) for tokens in page.tokens], float)
        roles, guess = np.array(page.roles), decided(page, cut)
        for role in range(10):
            predicted[role] += count[(guess == role) & (roles >= 0)].sum()
            wanted[role] += count[roles == role].sum()
            overlap[role] += count[(guess == role) & (roles == role)].sum()
    f1 = 2 * overlap / np.maximum(predicted + wanted, 1)
    result = dict(zip(ROLES, np.round(f1, 4).tolist()), accuracy=round(float(overlap.sum() / wanted.sum()), 4))
    print(f"roles, {title}:", result, flush=True)
    return result


def load(winnow, corpora):
    """The layout of the table, and all pages with their labels and codes."""
    inputs = [corpora / "wcxb-dev/html"] + sorted((ROOT / "Corpus/pages").glob("*/source.html"))
    with subprocess.Popen([winnow, "features", *inputs], stdout=subprocess.PIPE) as process:
        header, pages = read_pages(process.stdout)
    return prepare(header, pages, corpora)


def prepare(header, pages, corpora):
    layout = Layout(header)
    read_corpora(corpora, ROOT / "Corpus", pages)
    for page in pages:
        if page.reference:
            page.labels = main_labels(page)
    layout.code(pages)
    return layout, pages


def predict(booster, codes, width=None):
    if len(codes):
        return booster.predict(codes.astype(np.float32))
    return np.zeros((0, width) if width else 0)


def fit_out_of_fold(pages, layout):
    """Gives each page probabilities of models that did not see its site; returns the models fitted on all."""
    wcxb = [page for page in pages if page.reference]
    labelled = [page for page in pages if page.roles and not page.held_out]
    for fold in range(FOLDS):
        booster = fit_main([page for page in wcxb if page.fold != fold], layout)
        for page in wcxb:
            if page.fold == fold:
                page.probability = predict(booster, page.codes)
    main_booster = fit_main(wcxb, layout)
    for page in pages:
        if not page.reference:
            page.probability = predict(main_booster, page.codes)
    layout.code_context(pages)
    for fold in range(FOLDS):
        booster = fit_roles([page for page in labelled if page.fold != fold])
        for page in wcxb:
            if page.fold == fold:
                page.role_probability = predict(booster, page.role_codes, len(ROLES))
    role_booster = fit_roles(labelled)
    for page in pages:
        if not page.reference:
            page.role_probability = predict(role_booster, page.role_codes, len(ROLES))
    for fold in range(FOLDS):
        types = fit_types([page for page in wcxb if page.fold != fold], layout)
        for page in wcxb:
            if page.fold == fold:
                page.type_probability = types.predict(type_row(page, layout))[0]
    return main_booster, role_booster, fit_types(wcxb, layout)


def report(pages):
    wcxb = [page for page in pages if page.reference]
    held_out = [page for page in pages if page.held_out]
    benchmark = [page for page in pages if page.roles and getattr(page, "benchmark", False)]
    article = ROLES.index("article")
    for cut in (0.5, 0.7, 0.9):
        report_main(wcxb, f"roles over {cut} keep their own", lambda page: decided(page, cut) == article)
        report_roles(benchmark, f"roles-dev out of fold, cut {cut}", cut)
    return {"main": report_main(wcxb, "as the program decides", lambda page: decided(page) == article),
            "roles": report_roles(benchmark, "roles-dev out of fold"),
            "heldOut": report_roles(held_out, "held-out pages of Corpus"), "pageType": report_types(wcxb)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--winnow", type=Path, default=ROOT / ".build/release/winnow")
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared/corpora")
    options = parser.parse_args()
    if not options.corpora.is_dir():
        sys.exit(f"fit.py: no corpora at {options.corpora}")
    layout, pages = load(options.winnow, options.corpora)
    boosters = fit_out_of_fold(pages, layout)
    scores = report(pages)
    write_model(layout, pages, boosters, scores)


def write_model(layout, pages, boosters, scores):
    main_booster, role_booster, type_booster = boosters
    name = "trees-" + datetime.date.today().isoformat()
    edge_count = export.write(
        ROOT / "Sources/CModel/model.c", name, (main_booster, 1), (role_booster, len(ROLES)), (type_booster, len(TYPES)),
        layout.all_scales, layout.edges, layout.scale_count, layout.is_page, len(layout.type_columns))
    labelled = sum(1 for page in pages if page.roles and not page.held_out)
    write_card(name, layout, scores, sum(1 for page in pages if page.reference), labelled, edge_count)
    write_fixture([page for page in pages if page.held_out], main_booster, role_booster)
    write_typical_block(layout, [page for page in pages if not page.reference])


def write_card(name, layout, scores, page_count, labelled, edge_count):
    card = {
        "name": name, "date": datetime.date.today().isoformat(),
        "data": {"main": f"WCXB v1.0 development split, {page_count} pages (Murrough Foley, CC BY 4.0)",
                 "roles": f"{labelled} pages: 146 labelled pages of WCXB, Corpus/labels, pages of Corpus/ not held out"},
        "folds": f"{FOLDS}, by registered domain", "trainer": f"LightGBM {lgb.__version__}",
        "scales": {"bins": scales.BINS, "edges": edge_count},
        "main": dict(MAIN, trees=MAIN_TREES, columns=MAIN_COLUMNS),
        "role": dict(ROLE, rounds=ROLE_ROUNDS, columns=ROLE_COLUMNS),
        "type": dict(TYPE, rounds=TYPE_ROUNDS, columns=TYPE_COLUMNS),
        "scores": scores, "columns": layout.columns + layout.context_columns,
    }
    (ROOT / "Sources/CModel/model.json").write_text(json.dumps(card, indent=1) + "\n")


def write_fixture(pages, main_booster, role_booster):
    """A few rows with the trainer's own probabilities, for the test of the program's inference."""
    def some(rows):
        return np.concatenate([rows(page)[::7] for page in pages])[:60]

    codes = some(lambda page: page.role_codes)
    width = pages[0].codes.shape[1]
    fixture = {"rows": [[float(v) for v in row] for row in
                        np.concatenate([some(lambda page: page.rows), some(lambda page: page.context)], 1)],
               "main": predict(main_booster, codes[:, :width]).tolist(), "roles": predict(role_booster, codes).tolist()}
    path = ROOT / "Tests/ExtractionTests/Scoring/TrainerProbabilities.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")


def write_typical_block(layout, pages):
    """The medians of all columns over the blocks of Corpus/, which `winnow explain` compares blocks with."""
    rows = np.concatenate([np.concatenate([page.rows, page.context], 1) for page in pages])
    medians = np.quantile(rows, 0.5, axis=0, method="lower")
    values = ",\n".join("  " + ", ".join(f"{float(value)!r}f" for value in medians[start:start + 8])
                        for start in range(0, len(medians), 8))
    (ROOT / "Sources/CTypicalBlock/typical_block.c").write_text(
        "// Made by Scripts/model/fit.py from the pages of Corpus/.\n"
        '#include "winnow_typical_block.h"\n\n'
        f"const uint64_t winnow_typical_names = 0x{names_hash(layout.columns):016x}u;\n"
        f"const int32_t winnow_typical_count = {len(medians)};\n"
        f"const float winnow_typical_values[] = {{\n{values},\n}};\n")


def names_hash(names):
    """The hash (FNV-1a) of the names, a line each."""
    value = 0xcbf29ce484222325
    for byte in "".join(name + "\n" for name in names).encode():
        value = (value ^ byte) * 0x100000001b3 & 0xffffffffffffffff
    return value


if __name__ == "__main__":
    main()
