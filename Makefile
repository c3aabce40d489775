# make demo          install what is missing, build, read the sample articles, show what is in them
# make test          build and run every test
# make calibration   show how often each rule is right; GOLD=… ARTICLES=… for other articles than the samples

.PHONY: demo test calibration requirements

GOLD = SampleData/Gold
ARTICLES = SampleData/Articles

demo: requirements
	@.ci/demo

test: requirements
	swift test

calibration: requirements
	swift run dateline evaluate $(GOLD) $(ARTICLES)
	swift run dateline evaluate $(GOLD) $(ARTICLES) --rules

requirements:
	@.ci/requirements
