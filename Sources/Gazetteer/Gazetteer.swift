/// The world's places by name: countries, regions, populated places, seas and informal regions.
///
/// The embedded gazetteer is read where it lies in the program; nothing is parsed or built at start-up. A look-up
/// costs one probe of a hash table. User places lie in a small table on top.
public struct Gazetteer: Sendable {
    /// The gazetteer inside the program.
    public static let embedded: Gazetteer = {
        do {
            return try Gazetteer(view: .embedded)
        } catch {
            fatalError(
                "The embedded gazetteer is unusable. Build it anew: see Sources/GazetteerData/README.md. \(error)"
            )
        }
    }()

    /// The gazetteer inside the program with the user's own places on top.
    public static func embedded(adding places: UserPlaces) -> Gazetteer {
        var gazetteer = embedded
        gazetteer.overlay = UserPlacesOverlay(places, over: embedded)
        return gazetteer
    }

    let view: ByteView
    let header: GazetteerFormat.Header
    private(set) var overlay: UserPlacesOverlay?

    /// Opens a compiled gazetteer, for instance one just built.
    ///
    /// - Parameter bytes: what ``GazetteerBuilder/build(table:file:)`` made.
    /// - Throws: when the bytes are no gazetteer, are of another version, or are cut off.
    public init(bytes: [UInt8]) throws(GazetteerError) {
        try self.init(view: ByteView(bytes))
    }

    private init(view: ByteView) throws(GazetteerError) {
        guard view.count >= GazetteerFormat.headerSize, view.uint64(at: 0) == GazetteerFormat.magic else {
            throw GazetteerError("This is no compiled gazetteer.")
        }
        let version = view.uint32(at: 8)
        guard version == GazetteerFormat.version else {
            throw GazetteerError(
                "The gazetteer has format \(version), this program reads format \(GazetteerFormat.version). Build it anew."
            )
        }
        let header = GazetteerFormat.Header(
            placeCount: Int(view.uint32(at: 12)),
            geonameCount: Int(view.uint32(at: 16)),
            nameSlotCount: Int(view.uint32(at: 20)),
            postingCount: Int(view.uint32(at: 24)),
            wordSlotCount: Int(view.uint32(at: 28)),
            textSize: Int(view.uint32(at: 32))
        )
        guard header.size == view.count, header.geonameCount <= header.placeCount else {
            throw GazetteerError(
                "The gazetteer should have \(header.size) bytes by its header and has \(view.count). Build it anew."
            )
        }
        self.view = view
        self.header = header
    }

    /// How many places there are, the user's among them.
    public var placeCount: Int { header.placeCount + (overlay?.entries.count ?? 0) }
}
