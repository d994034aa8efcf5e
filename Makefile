# Winnow. `make` alone lists the targets.

SWIFT ?= swift
SOURCES = Sources Tests Package.swift Benchmarks/Package.swift Benchmarks/Benchmarks

.DEFAULT_GOAL := help
SECONDS ?= 600
TARGETS ?= page container reader stream packed settings
MINUTES ?= 30

# The processors that the programs are built for: those like this machine's. `make build CPU=` builds for any x86-64, as
# packages are built. C may not round a product and a sum at once: records are the same from every build.
CPU := $(shell Scripts/processor-level.sh)
CPU_FLAGS = $(if $(CPU),-Xcc -march=$(CPU) -Xcc -ffp-contract=off)

# Where `make install` puts things. A package sets DESTDIR, and some of the others.
PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
DOCDIR = $(PREFIX)/share/doc/winnow
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d
UNITDIR = $(PREFIX)/lib/systemd/system
SYSUSERSDIR = $(PREFIX)/lib/sysusers.d
TMPFILESDIR = $(PREFIX)/lib/tmpfiles.d
INSTALL ?= install

.PHONY: help setup build demo test test-browser test-containers test-monitoring test-faults test-sanitize fuzz soak lint format bench quality bench-micro bench-peers
.PHONY: bench-peer-quality bench-counts model figure clean install manual deb test-systemd
.PHONY: test-packed test-python test-spark test-scale wheel

help: ## List the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 22

setup: ## Install what the build needs (Debian and Ubuntu; only what is missing)
	@Scripts/setup-debian.sh

build: setup ## Build .build/release/winnow and .build/release/winnowd (CPU= for any x86-64)
	$(SWIFT) build -c release --static-swift-stdlib $(CPU_FLAGS)

install: ## Install into DESTDIR/PREFIX what was built, with manual pages, completions, unit and configuration
	@test -x .build/release/winnowd || { echo "run 'make build' first" >&2; exit 1; }
	Scripts/check-linkage.sh
	$(MAKE) --no-print-directory manual
	$(INSTALL) -d $(addprefix $(DESTDIR),$(BINDIR) $(MANDIR)/man1 $(MANDIR)/man5 $(MANDIR)/man8 $(BASHDIR) $(ZSHDIR) \
	  $(FISHDIR) $(UNITDIR) $(SYSUSERSDIR) $(TMPFILESDIR) $(DOCDIR)/examples $(SYSCONFDIR)/winnow)
	$(INSTALL) -m 755 .build/release/winnow .build/release/winnowd $(DESTDIR)$(BINDIR)
	$(INSTALL) -m 644 .build/manual/winnow.1 $(DESTDIR)$(MANDIR)/man1
	$(INSTALL) -m 644 .build/manual/winnow.yaml.5 $(DESTDIR)$(MANDIR)/man5
	$(INSTALL) -m 644 .build/manual/winnowd.8 $(DESTDIR)$(MANDIR)/man8
	for name in winnow winnowd; do \
	  $(INSTALL) -m 644 .build/manual/$$name.bash $(DESTDIR)$(BASHDIR)/$$name && \
	  $(INSTALL) -m 644 .build/manual/_$$name $(DESTDIR)$(ZSHDIR) && \
	  $(INSTALL) -m 644 .build/manual/$$name.fish $(DESTDIR)$(FISHDIR) || exit 1; \
	done
	sed 's|/usr/bin/|$(BINDIR)/|g; s|/etc/winnow|$(SYSCONFDIR)/winnow|' systemd/winnow.service > $(DESTDIR)$(UNITDIR)/winnow.service
	chmod 644 $(DESTDIR)$(UNITDIR)/winnow.service
	$(INSTALL) -m 644 systemd/winnow.sysusers $(DESTDIR)$(SYSUSERSDIR)/winnow.conf
	$(INSTALL) -m 644 systemd/winnow.tmpfiles $(DESTDIR)$(TMPFILESDIR)/winnow.conf
	test -e $(DESTDIR)$(SYSCONFDIR)/winnow/winnow.yaml || \
	  $(INSTALL) -m 644 packaging/winnow.yaml $(DESTDIR)$(SYSCONFDIR)/winnow/winnow.yaml
	$(INSTALL) -m 644 README.md NOTICE Schemas/winnow.record.1.schema.json $(DESTDIR)$(DOCDIR)
	$(INSTALL) -m 644 $(wildcard docs/*.md) $(DESTDIR)$(DOCDIR)
	$(INSTALL) -m 644 packaging/winnow.yaml systemd/examples/*.conf $(wildcard monitoring/*.yml monitoring/*.json) \
	  $(DESTDIR)$(DOCDIR)/examples

manual: ## Write manual pages and completions into .build/manual, out of the built commands
	@Scripts/write-manual.sh .build/release .build/manual

deb: ## Build a Debian package into .build-deb/, for any x86-64
	$(MAKE) --no-print-directory build CPU=
	Scripts/build-deb.sh

test-systemd: deb ## Try the package on a bare Debian with a systemd of its own (as root; QUICK=1: 3 minutes)
	Scripts/setup-debian.sh --with-systemd-test
	python3 Tests/Systemd/run.py $(if $(QUICK),--quick)

demo: build ## Watch the daemon turn sample pages into records
	@Scripts/demo.sh

test: setup ## Run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

test-browser: build ## Try explanations and reports in Chromium (skipped where it is not there)
	@if command -v chromedriver >/dev/null; then \
	  python3 -m venv .venv && .venv/bin/pip install --quiet -r Tests/Browser/requirements.txt && \
	  .venv/bin/pip install --quiet --no-deps axe-playwright-python==0.1.8 && \
	  .venv/bin/python Tests/Browser/run.py; \
	else python3 Tests/Browser/run.py; fi

test-containers: build ## Compare WARC reading with warcio and FastWARC from PyPI, and run the commands of docs/INPUTS.md
	@if python3 -m venv .venv && .venv/bin/pip install --quiet -r Tests/Containers/requirements.txt; then \
	  .venv/bin/python Tests/Containers/run.py; \
	else echo "SKIPPED: warcio and FastWARC cannot be installed"; \
	  python3 Tests/Containers/run.py --documents-only; fi

test-monitoring: build ## Check metrics, alert rules and dashboard with promtool (skipped where it is not there)
	python3 Tests/Monitoring/run.py

test-faults: build ## Put the real daemon through 39 faults (QUICK=1: a part, 5 minutes)
	python3 Tests/Faults/run.py $(if $(QUICK),--quick)

test-packed: build ## Read packed output with DuckDB, pandas and zstd, and cut its writing short at every call
	@Scripts/in-venv.sh Tests/Packed/requirements.txt Tests/Packed/run.py $(if $(QUICK),--quick)

test-python: build ## Try the Python package on the program, then its wheel in an environment of its own
	@Tests/Python/run.sh

test-spark: build ## Run the Spark example in local mode, a worker killed (needs Java)
	@if command -v java >/dev/null; then Scripts/in-venv.sh Examples/spark/requirements.txt Examples/spark/test_spark.py; \
	else echo "SKIPPED: Java is not there"; fi

test-scale: build ## Run the commands of docs/SCALE.md and the examples for batches
	@Tests/Scale/run.py

wheel: setup ## Build the Python wheel with the program in it
	@Scripts/wheel.sh

test-sanitize: setup ## Run all tests with address and undefined-behaviour sanitizers
	Scripts/test-sanitize.sh address
	Scripts/test-sanitize.sh undefined

fuzz: setup ## Feed made-up inputs to the readers, each of TARGETS for SECONDS
	Tests/Fuzz/run.sh $(SECONDS) $(TARGETS)

soak: build ## Kill the daemon at random for MINUTES and account for every input
	python3 Tests/Faults/soak.py --minutes $(MINUTES)

lint: ## Check formatting, derived corpus files and the length of files
	$(SWIFT) format lint --strict -r $(SOURCES)
	Scripts/corpus-from-annotated.py --check
	Scripts/check-lengths.sh

format: ## Format all Swift files in place
	$(SWIFT) format -i -r $(SOURCES)

bench: build ## Reproduce the figures of the README on Corpus/, and on WINNOW_CORPORA when present
	@Scripts/bench.py

quality: build ## Print the whole tables of every corpus, with the model and with rules alone
	@Scripts/bench.py --tables

bench-micro: setup ## Measure the stages on single pages (its own package, Benchmarks/)
	cd Benchmarks && $(SWIFT) package --allow-writing-to-package-directory benchmark

bench-peers: setup ## Measure peers from PyPI, libxml2 and Winnow on the same pages, in turns
	cd Benchmarks && $(SWIFT) build -c release --static-swift-stdlib $(CPU_FLAGS) --product WholePages
	python3 -m venv .venv
	.venv/bin/pip install --quiet resiliparse==2.0.1 trafilatura==2.3.1 jusText==3.0.2 lxml_html_clean
	.venv/bin/python Scripts/bench-peers.py

bench-peer-quality: build ## Compare quality with peers from PyPI on Corpus/, and on WINNOW_CORPORA when present
	python3 -m venv .venv
	.venv/bin/pip install --quiet --upgrade pip
	.venv/bin/pip install --quiet resiliparse==2.0.1 trafilatura==2.3.1 jusText==3.0.2 readability-lxml==0.9 lxml_html_clean
	Scripts/bench-peer-quality.sh

bench-counts: build ## Check counts of instructions, allocations and bytes copied against their thresholds (needs valgrind)
	@Scripts/bench-counts.py --cpu "$(CPU)"

model: build ## Fit the model anew on WINNOW_CORPORA and Corpus/, and write it as C tables
	python3 -m venv .venv
	.venv/bin/pip install --quiet -r Scripts/model/requirements.txt
	.venv/bin/python Scripts/model/fit.py --corpora $${WINNOW_CORPORA:-../shared/corpora}

figure: build ## Draw the pictures of docs/ anew (needs chromium)
	Scripts/before-after.py
	Scripts/report-figures.py

clean: ## Remove what was built
	rm -rf .build .build-* Benchmarks/.build
