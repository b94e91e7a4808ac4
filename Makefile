# Dateline's workshop. "make" alone lists what it can do; every target installs what it needs.

.DEFAULT_GOAL := help
.SUFFIXES:

# How long each fuzz test runs, how Go's race detector is switched on for tests (RACE= for off), what "make run"
# and "make bench-window" are handed, and the most events that is measured with.
FUZZTIME ?= 10m
RACE ?= -race
ARGS ?=
EVENTS ?= 1000000

# Go's build cache keeps apart what was compiled with other flags, and the OpenGL parts take four minutes
# each time. So there are two sets, plain and -race, and a bare "go build", "go test -race" or an editor
# shares them; only "make package" adds -trimpath, and pays for it.
# migrated_fynedo: without it Fyne looks up the goroutine at every Refresh, which costs more than the rest of it.
GOFLAGS += -tags=migrated_fynedo -buildvcs=false
export GOFLAGS

VERSION := $(shell git describe --always --dirty --tags 2>/dev/null || echo unknown)
LDFLAGS := -X dateline/app.version=$(VERSION)
BUILD = .ci/build $(RELEASE) -ldflags '$(STRIP) $(LDFLAGS)'
E2E := go test -tags=migrated_fynedo,e2e -count=1
TOOL := go tool -modfile=.ci/tools.mod

# Packages by what they hold; the window tests in app/e2e are a matter of their own.
packages = $$(go list ./... | grep -v '/app/e2e')
holding = $$(grep -rlE --include='*_test.go' --exclude-dir=e2e '^func $(1)' . | xargs -r dirname | sort -u)

.PHONY: help run build test e2e lint vuln fuzz bench bench-window golden screenshots package clean setup setup-test

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build and start the program (ARGS="FILE ..."); without a display, export the chart instead
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
	  exec bin/dateline $(ARGS); \
	else \
	  bin/dateline export -o dateline.png $(ARGS) && \
	  echo "There is no display here. The chart is in $(CURDIR)/dateline.png"; \
	fi

build: setup ## build bin/dateline
	@$(BUILD) -o bin/dateline .

test: setup-test ## run all tests: unit, property and golden tests with the race detector, walls, window tests
	go test $(RACE) -timeout 20m $(packages)
	.ci/walls
	$(MAKE) --no-print-directory e2e

# The window tests drive a program with the race detector in it: what races, races in a real window. It
# also shares all that was compiled for the other tests.
e2e: setup-test ## drive the real program in a real window on a display of its own
	@$(BUILD) $(RACE) -o bin/dateline-e2e .
	DATELINE_BIN=$(CURDIR)/bin/dateline-e2e $(E2E) $(RACE) ./app/e2e

# Vet and staticcheck need everything compiled. With -race it is compiled as the tests need it anyway.
lint: setup ## vet, gofumpt, staticcheck, and no function more complex than 14
	go vet $(RACE) -tags=migrated_fynedo,e2e ./...
	@unformatted=$$($(TOOL) gofumpt -l .) && \
	  if [ -n "$$unformatted" ]; then echo "gofumpt -w is needed on:" $$unformatted; exit 1; fi
	staticcheck=$$($(TOOL) -n staticcheck) && \
	  GOFLAGS="$(GOFLAGS) $(RACE)" $$staticcheck -tags=migrated_fynedo,e2e ./...
	$(TOOL) gocyclo -over 14 -ignore '_test\.go$$' .

vuln: setup ## look for known vulnerabilities in what is called (GOVULNDB: the URL of another database)
	.ci/vulntest
	.ci/vuln

fuzz: setup ## run every fuzz test for FUZZTIME each (10m); all are run, also after one that fails
	@FUZZTIME=$(FUZZTIME) .ci/fuzz $(call holding,Fuzz)

bench: build setup-test ## run the benchmarks (EVENTS: the most events), then measure the whole program in a window
	@DATELINE_BENCH_EVENTS=$(EVENTS) go test -timeout 2h -run '^$$' -bench . -benchmem $(call holding,Benchmark) | \
	  go run ./app/bench/table
	@.ci/build -tags=migrated_fynedo,e2e -o bin/onelabel ./app/e2e/onelabel
	DATELINE_MEASURE=1 DATELINE_BIN=$(CURDIR)/bin/dateline ONELABEL_BIN=$(CURDIR)/bin/onelabel \
	  $(E2E) -v -run '^TestMeasure$$' ./app/e2e

bench-window: build setup-test ## measure zooming and panning in the window (ARGS="--json FILE ...", EVENTS)
	@go test -c -tags=migrated_fynedo,e2e -o bin/e2e.test ./app/e2e
	@cd app/e2e && \
	  DATELINE_BENCH_WINDOW=$(CURDIR) DATELINE_BENCH_EVENTS=$(EVENTS) DATELINE_BIN=$(CURDIR)/bin/dateline \
	  $(CURDIR)/bin/e2e.test -test.run '^TestBenchWindow$$' -test.timeout 2h $(ARGS)

golden: setup ## write the golden files anew; look at the difference before you commit it
	@packages="$(call holding,Test[A-Za-z0-9_]*Golden)" && \
	  if [ -n "$$packages" ]; then GOLDEN_UPDATE=1 go test $(RACE) -count=1 -run Golden $$packages; fi

screenshots: build setup-test ## write assets/screenshots/*.png from the running program
	DATELINE_SCREENSHOTS=$(CURDIR)/assets/screenshots DATELINE_BIN=$(CURDIR)/bin/dateline \
	  $(E2E) -v -run '^TestScreenshots$$' ./app/e2e

# What is handed out holds no debugging symbols and no names of this machine's folders.
package: STRIP := -s -w
package: RELEASE := -trimpath
package: ## make an installable archive in dist/
	@.ci/setup package
	@$(BUILD) -o dist/dateline .
	@.ci/package

clean: ## remove everything that was built
	rm -rf bin dist dateline.png app/e2e/failed

setup:
	@.ci/setup

setup-test:
	@.ci/setup test
