# make demo   install what is missing, build, read the sample articles, show what is in them
# make test   build and run every test

.PHONY: demo test requirements

demo: requirements
	@.ci/demo

test: requirements
	swift test

requirements:
	@.ci/requirements
