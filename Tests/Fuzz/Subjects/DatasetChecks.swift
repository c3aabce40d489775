import Datasets
import DatelineCore

/// What the readers of datasets promise.
enum DatasetChecks {
    static func brokenPromises(ofReading path: String) -> [String] {
        Dataset.names.flatMap { brokenPromises(ofReading: path, as: $0) }
    }

    private static func brokenPromises(ofReading path: String, as name: String) -> [String] {
        var broken: [String] = []
        do throws(DatasetError) {
            let reader = try DatasetReader(Dataset.named(name), fileAt: path)
            var line = 0
            while let row = try reader.next() {
                switch row {
                case .success(let event):
                    if event.line < line { broken.append("line \(event.line) comes after line \(line)") }
                    line = event.line
                    if let start = event.date.start, let end = event.date.end, end < start {
                        broken.append("line \(line) ends before it starts")
                    }
                    if let place = event.place, !reader.places.indices.contains(place) {
                        broken.append("line \(line) has a place that is not kept")
                    }
                case .failure(let rejection):
                    if rejection.reason.isEmpty { broken.append("line \(rejection.line) is rejected without a reason") }
                }
            }
        } catch {
            if error.file.isEmpty || error.reason.isEmpty { broken.append("a fault says nothing: \(error)") }
        }
        return broken
    }
}
