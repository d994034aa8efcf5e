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
from dataset import FOLDS, ROLES, main_labels, read_corpora, read_pages, words

ROOT = Path(__file__).resolve().parents[2]
COMMON = dict(bagging_freq=1, bagging_fraction=0.7, num_threads=1, verbosity=-1, seed=7, deterministic=True,
              force_col_wise=True, max_bin=63)
MAIN = dict(COMMON, objective="cross_entropy", num_leaves=16, learning_rate=0.08, min_data_in_leaf=60,
            feature_fraction=0.4, lambda_l2=5.0)
MAIN_TREES = 250
MAIN_COLUMNS = 200
PAGE_ONLY = ("page.mark.", "page.address.")  # not for main text: its trees fit themselves to single pages by them
ROLE = dict(COMMON, objective="multiclass", num_class=len(ROLES), num_leaves=15, learning_rate=0.1,
            min_data_in_leaf=15, feature_fraction=0.2, lambda_l2=3.0)
ROLE_ROUNDS = 50
ROLE_COLUMNS = 300
TYPES = ["article", "documentation", "service", "forum", "collection", "listing", "product"]
TYPE = dict(COMMON, objective="multiclass", num_class=len(TYPES), num_leaves=5, learning_rate=0.06,
            min_data_in_leaf=8, feature_fraction=0.15, lambda_l2=3.0)
TYPE_ROUNDS = 300
TYPE_COLUMNS = 250


def stack(pages, rows):
    return np.concatenate([rows(page) for page in pages])


RANKING_ROUNDS = 0.25  # of the rounds of a fit: enough to tell which columns it uses
EASY = 0.02  # probability of main content under which a short fit is sure of a block
EASY_KEPT = 5  # one in so many of those blocks is fitted to


BARRED = []  # indices of the columns that begin as PAGE_ONLY says


def train(parameters, rounds, rows, labels, weights):
    return lgb.train(parameters, lgb.Dataset(rows, labels, weight=weights, params={"max_bin": 63}), rounds)


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


def fit_main(pages):
    return fit(MAIN, MAIN_TREES, stack(pages, lambda p: p.rows), stack(pages, lambda p: p.labels),
               stack(pages, main_weights), MAIN_COLUMNS, thins=True, barred=BARRED)


def role_rows(page):
    return np.concatenate([page.rows, decode.context(page.probability, page.rows[:, 0])], 1)


def fit_roles(pages):
    rows, roles = stack(pages, role_rows), stack(pages, lambda p: np.array(p.roles))
    weights = stack(pages, lambda p: np.sqrt(np.maximum(p.rows[:, 0], 0)) + 0.5)
    known = roles >= 0
    return fit(ROLE, ROLE_ROUNDS, rows[known], roles[known], weights[known], ROLE_COLUMNS)


def type_row(page):
    """What a page's type is told by: the mean of its blocks' rows."""
    return page.rows.mean(0, keepdims=True) if len(page.rows) else np.zeros((1, page.rows.shape[1]), np.float32)


def fit_types(pages):
    return fit(TYPE, TYPE_ROUNDS, stack(pages, type_row), [TYPES.index(p.reference["page_type"]) for p in pages], None,
               TYPE_COLUMNS)


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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--winnow", type=Path, default=ROOT / ".build/release/winnow")
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared/corpora")
    options = parser.parse_args()
    if not options.corpora.is_dir():
        sys.exit(f"fit.py: no corpora at {options.corpora}")
    inputs = [options.corpora / "wcxb-dev/html"] + sorted((ROOT / "Corpus/pages").glob("*/source.html"))
    with subprocess.Popen([options.winnow, "features", *inputs], stdout=subprocess.PIPE) as process:
        columns, pages = read_pages(process.stdout)
    BARRED.extend(index for index, name in enumerate(columns) if name.startswith(PAGE_ONLY))
    read_corpora(options.corpora, ROOT / "Corpus", pages)
    wcxb = [page for page in pages if page.reference]
    for page in wcxb:
        page.labels = main_labels(page)

    labelled = [page for page in pages if page.roles and not page.held_out]
    held_out = [page for page in pages if page.held_out]
    for fold in range(FOLDS):
        inside = [page for page in wcxb if page.fold == fold]
        booster = fit_main([page for page in wcxb if page.fold != fold])
        types = fit_types([page for page in wcxb if page.fold != fold])
        for page in inside:
            page.probability = booster.predict(page.rows) if len(page.rows) else np.zeros(0)
            page.type_probability = types.predict(type_row(page))[0]
    main_booster = fit_main(wcxb)
    for page in pages:
        if not page.reference:
            page.probability = main_booster.predict(page.rows)
    for fold in range(FOLDS):
        booster = fit_roles([page for page in labelled if page.fold != fold])
        for page in wcxb:
            if page.fold == fold:
                rows = role_rows(page)
                page.role_probability = booster.predict(rows) if len(rows) else np.zeros((0, len(ROLES)))
    role_booster = fit_roles(labelled)
    for page in held_out:
        page.role_probability = role_booster.predict(role_rows(page))
    benchmark = [page for page in labelled if getattr(page, "benchmark", False)]
    for cut in (0.5, 0.7, 0.9):
        report_main(wcxb, f"roles over {cut} keep their own", lambda page: decided(page, cut) == ROLES.index("article"))
        report_roles(benchmark, f"roles-dev out of fold, cut {cut}", cut)
    article = ROLES.index("article")
    scores = {"main": report_main(wcxb, "as the program decides", lambda page: decided(page) == article),
              "roles": report_roles(benchmark, "roles-dev out of fold"),
              "heldOut": report_roles(held_out, "held-out pages of Corpus"), "pageType": report_types(wcxb)}

    name = "trees-" + datetime.date.today().isoformat()
    export.write(ROOT / "Sources/CModel/model.c", name,
                 {"main": main_booster, "role": role_booster, "type": fit_types(wcxb)}, len(columns))
    write_card(name, columns, scores, len(wcxb), labelled)
    write_fixture(held_out, main_booster, role_booster)


def write_card(name, columns, scores, page_count, labelled):
    card = {
        "name": name, "date": datetime.date.today().isoformat(),
        "data": {"main": f"WCXB v1.0 development split, {page_count} pages (Murrough Foley, CC BY 4.0)",
                 "roles": f"{len(labelled)} pages: 146 labelled pages of WCXB, Corpus/labels, pages of Corpus/ not held out"},
        "folds": f"{FOLDS}, by registered domain", "trainer": f"LightGBM {lgb.__version__}",
        "type": dict(TYPE, rounds=TYPE_ROUNDS), "main": dict(MAIN, trees=MAIN_TREES, columns=MAIN_COLUMNS), "role": dict(ROLE, rounds=ROLE_ROUNDS, columns=ROLE_COLUMNS),
        "scores": scores, "columns": columns + decode.CONTEXT,
    }
    (ROOT / "Sources/CModel/model.json").write_text(json.dumps(card, indent=1) + "\n")


def write_fixture(pages, main_booster, role_booster):
    """A few rows with the trainer's own probabilities, for the test of the program's inference."""
    rows = np.concatenate([role_rows(page)[::7] for page in pages])[:60]
    width = pages[0].rows.shape[1]
    fixture = {"rows": [[float(v) for v in row] for row in rows],
               "main": main_booster.predict(rows[:, :width]).tolist(), "roles": role_booster.predict(rows).tolist()}
    path = ROOT / "Tests/ExtractionTests/Scoring/TrainerProbabilities.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
