# `make open` shows the explorer; every target installs what it needs and is missing.
.PHONY: open dist serve test soak bench bench-page scale budget shots first-view sentences data

# Everything the built site depends on. Folders count too: their time changes when a file is removed.
sources := $(shell find src public build.rs index.html Trunk.toml Cargo.toml Cargo.lock rust-toolchain.toml package-lock.json tools/build tools/split .cargo 2>/dev/null)

# Build, then open the one-file edition in the browser.
open: dist
	@tools/open.sh

# Build dist/ and dist/minsheng.html; nothing to do when they are newer than every source.
dist: dist/minsheng.html
dist/minsheng.html: $(sources)
	@tools/dist.sh

# Debug build on http://127.0.0.1:8080 with live reload.
serve:
	@tools/serve.sh

# Every check there is; the last line counts them.
test:
	@tools/test.sh

# What is too long for a test: a minute of each fuzz target, and 20,000 random actions over the built site.
soak: dist
	@tools/soak.sh

# The engine against its peers in headless Chromium: benches/RESULTS.md. Some twenty minutes; tools/bench.sh takes a part.
bench: dist
	@tools/bench.sh

# The page itself: how soon it stands and how soon a click shows, beside their floors: benches/PAGE.md. Some two minutes.
bench-page: dist
	@tools/bench-page.sh

# The SQL of public/sql on Ballista and Spark over 20 million rows, an executor killed half-way: benches/SCALE.md. Some ten minutes.
scale:
	@tools/scale.sh

# What the first view downloads, against its budget.
budget: dist
	@node tools/budget.mjs

# Screenshots of the views into target/shots.
shots: dist
	@tools/shots.sh

# Writes down what the first view runs, by which the build splits the program: tools/split/first-view.txt.
first-view: dist
	@tools/first-view.sh

# Everything the page can say about its data, written anew into tests/snapshots/sentences-*.txt: read what changed.
sentences:
	@tools/sentences.sh

# Renews what public/data/datapackage.json says of the tables beside it (hash, size, rows), after one was changed.
data:
	@node tools/build/describe.mjs
