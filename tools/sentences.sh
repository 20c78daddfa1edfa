#!/usr/bin/env bash
# Writes down every sentence that the page can say about its data, and shows what changed since the last commit.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
UPDATE_SNAPSHOTS=1 cargo test --locked --quiet --features parquet --test native sentences::what_the_page_says
git --no-pager diff --stat -- tests/snapshots/sentences-zh-CN.txt tests/snapshots/sentences-en.txt
