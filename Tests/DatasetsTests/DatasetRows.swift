import Datasets
import DatelineCore
import TestSupport

/// An event with the values that its numbers stand for, for comparison.
struct PlainEvent {
    let event: ImportedEvent
    let id: String
    let place: Place?
    let otherPlaces: [Place]
    let source: Source?
    let otherSources: [Source]
    let publisher: String?
    let actor: String?
    let target: String?
    let weapons: [Weapon]
    let title: String
    let url: String
    let note: String

    init(_ event: ImportedEvent, _ reader: DatasetReader) {
        self.event = event
        id = event.id.string
        place = event.place.map { reader.places[$0] }
        otherPlaces = event.otherPlaces.map { reader.places[$0] }
        source = event.source.map { reader.sources[$0] }
        otherSources = event.otherSources.map { reader.sources[$0] }
        publisher = event.publisher.map { reader.publishers[$0] }
        actor = event.actor.map { reader.parties[$0] }
        target = event.target.map { reader.parties[$0] }
        weapons = event.weapons.map { reader.weaponLists[$0] } ?? []
        title = event.title.string
        url = event.url.string
        note = event.note.string
    }

    /// The span as `2024-08-10/2024-08-11 N`.
    var date: String {
        let days = [event.date.start, event.date.end].map { $0?.description ?? ".." }
        return "\(days[0] == days[1] ? days[0] : days.joined(separator: "/")) \(event.date.precision.rawValue)"
    }

    /// Each count as `killed person 2 2-3 between (best)`.
    var counts: [String] {
        event.counts.map { count in
            let range = [count.low, count.high].map { $0.map(String.init) ?? "" }.joined(separator: "-")
            let group = count.group == .unspecified ? "" : " of \(count.group.rawValue)"
            let part = count.isPart ? " part" : ""
            let best = count.best.map(String.init) ?? "?"
            return
                "\(count.kind.rawValue) \(count.unit.rawValue) \(best) \(range) \(count.qualifier.rawValue)\(group)\(part)"
        }
    }
}

/// Reads a table; rejected rows as `line 3: why`.
func read(
    _ dataset: Dataset,
    _ text: String,
    in folder: TemporaryFolder
) throws -> (events: [PlainEvent], rejections: [String]) {
    let path = try folder.write("data.csv", text: text)
    let reader = try DatasetReader(dataset, fileAt: path)
    var events: [PlainEvent] = []
    var rejections: [String] = []
    while let row = try reader.next() {
        switch row {
        case .success(let event): events.append(PlainEvent(event, reader))
        case .failure(let rejection): rejections.append(rejection.description)
        }
    }
    return (events, rejections)
}
