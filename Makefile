SWIFT ?= swift
SOURCES := Package.swift Sources Tests Fuzz
STRICT := --explicit-target-dependency-import-check error

.PHONY: help setup build demo test lint format fuzz soak bench docs release clean

help:
	@echo 'make setup    install the system libraries that are missing, or say which are'
	@echo 'make build    build linkctl for debugging'
	@echo 'make demo     show what linkctl does, against its own sandbox'
	@echo 'make test     build and run all tests'
	@echo 'make lint     check format, imports and scripts'
	@echo 'make format   format all sources'
	@echo 'make fuzz     feed made-up bytes to what reads files, ten minutes each (FUZZ_SECONDS=600)'
	@echo 'make soak     plan and apply in a loop with faults and kills, five minutes (SOAK_SECONDS=300)'
	@echo 'make bench    measure the release against bare libyaml, an empty program and a stock client'
	@echo 'make docs     write reference pages, shell completions and manual pages'
	@echo 'make release  build dist/linkctl, optimised and with the Swift libraries inside'
	@echo 'make clean    remove everything that was built'

setup:
	@scripts/setup

build: setup
	$(SWIFT) build $(STRICT)

demo: setup build
	scripts/demo

test:
	@scripts/setup --tests
	$(SWIFT) build --build-tests $(STRICT)
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	@scripts/lint

format:
	$(SWIFT) format format --in-place --parallel --recursive $(SOURCES)

fuzz: setup
	scripts/fuzz

soak: build
	scripts/soak

bench: release
	Benchmarks/run $(if $(README),--readme)
	Benchmarks/apply $(if $(README),--readme)

docs:
	@scripts/setup --tests
	scripts/docs

# Libraries that every run needs are linked in where there are archives of them, for loading them
# takes as long as a small plan. Their symbols stay inside: the library that servers are reached with
# brings an OpenSSL of its own.
ARCHIVES := $(CURDIR)/.build/archives

release: setup
	@scripts/archives $(ARCHIVES)
	PKG_CONFIG_PATH=$(ARCHIVES) scripts/build-release $(STRICT) --product linkctl \
	  -Xlinker --exclude-libs=ALL
	@mkdir -p dist
	@cp "$$($(SWIFT) build --configuration release --show-bin-path)/linkctl" dist/linkctl
	@echo "dist/linkctl: $$(wc -c < dist/linkctl) bytes"

clean:
	rm -rf .build .build-fuzz dist
