# make demo          install what is missing, build, read the sample articles, show what is in them
# make test          build and run every test
# make calibration   show how often each rule is right; GOLD=… ARTICLES=… for other articles than the samples
# make bench         measure ROWS=… invented events against DuckDB, sqlite3 and sqlite-utils; an hour, 3 GB a million rows

.PHONY: demo test calibration bench requirements

GOLD = SampleData/Gold
ARTICLES = SampleData/Articles

demo: requirements
	@.ci/demo

test: requirements
	swift test

calibration: requirements
	swift run dateline evaluate $(GOLD) $(ARTICLES)
	swift run dateline evaluate $(GOLD) $(ARTICLES) --rules

ROWS = 10000000

bench: requirements
	python3 Sources/Benchmark/Peers/bench.py --rows $(ROWS) --output Sources/DatelineCore/DatelineCore.docc/Benchmarks.md

requirements:
	@.ci/requirements
