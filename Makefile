# Saqta: `make run` and `make test` do everything, on a fresh Debian 12 with Swift 6.3.
.DEFAULT_GOAL := help
# What is packed: release, or for a test what a debug build has made.
KIND ?= release
.PHONY: help run build test lint bench drill-failover package install clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\): .*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name says; do \
		printf '  make %-14s %s\n' "$$name" "$$says"; done

run: ## install what is missing, build in release mode, start on http://127.0.0.1:8080
	@exec scripts/run.sh

build: ## install what is missing, build in release mode
	@scripts/build.sh

test: ## install what the tests need; lint, units, both stores, browser
	@scripts/test.sh

lint: ## format, imports, lengths, names that must not be in the tree
	@scripts/lint.sh

bench: ## measure the server next to its own database
	@scripts/bench.sh

drill-failover: ## kill the PostgreSQL that leads, under load, and count what is left
	@scripts/install.sh drill && scripts/build.sh && /usr/bin/python3 scripts/drill_failover.py

package: ## build a Debian package of the release
	@scripts/package.sh

install: ## build the package and install it as a service (as root)
	@package=$$(scripts/package.sh $(KIND)) && apt-get install -y "./$$package"

clean: ## remove what was built; data and keys stay
	rm -rf .build
