import Articles
import DatelineCore
import Extraction

/// What the extractor promises.
enum ExtractionChecks {
    private static let extractor = Extractor()

    static func brokenPromises(ofReading path: String) -> [String] {
        ArticleReaders.standard.records(in: path, form: "txt")
            .compactMap { try? $0.article() }.flatMap(brokenPromises(ofExtracting:))
    }

    static func brokenPromises(ofExtracting article: Article) -> [String] {
        var broken: [String] = []
        let body = Array(article.body.utf8)
        let extraction = extractor.extract(article)
        for mention in extraction.mentions where words(mention.range, body) != mention.text {
            broken.append("\(mention.kind) does not stand where it is said to: \(mention.text)")
        }
        for rejection in extraction.rejections where words(rejection.range, body) != rejection.text {
            broken.append("\(rejection.reason) does not stand where it is said to: \(rejection.text)")
        }
        for event in extraction.events { broken += brokenPromises(of: event, in: body) }
        return broken
    }

    private static func brokenPromises(of event: Event, in body: [UInt8]) -> [String] {
        var broken: [String] = []
        let evidence = event.evidence
        if words(evidence.range, body) != evidence.quote { broken.append("not a sentence: \(evidence.quote)") }
        if words(evidence.trigger, body) == nil { broken.append("the trigger is not in the text") }
        if let start = event.date.start, let end = event.date.end, end < start {
            broken.append("ends before it starts: \(evidence.quote)")
        }
        for count in event.counts {
            if words(count.range, body) != count.text { broken.append("a count does not stand there: \(count.text)") }
            if let low = count.low, low < 0 { broken.append("less than none: \(count.text)") }
            if let low = count.low, let high = count.high, high < low { broken.append("high < low: \(count.text)") }
        }
        for reason in event.reasons {
            if let range = reason.range, words(range, body) == nil { broken.append("\(reason.rule) read no words") }
        }
        for place in [event.place].compactMap(\.self) + event.otherPlaces {
            if let latitude = place.latitude, abs(latitude) > 90 { broken.append("\(place.name) is off the globe") }
        }
        return broken
    }

    /// The words at some bytes of a text; nil where there are no whole words.
    private static func words(_ range: ByteRange, _ body: [UInt8]) -> String? {
        guard range.lowerBound >= 0, range.upperBound <= body.count, !range.isEmpty else { return nil }
        return String(validating: body[range], as: UTF8.self)
    }
}
