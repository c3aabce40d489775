/// What is wrong with a compiled gazetteer, a source table or a list of user places.
public struct GazetteerError: Error, Hashable, CustomStringConvertible {
    /// The file, if the fault is in a text file.
    public let file: String?
    /// The line of the file, counted from 1.
    public let line: Int?
    /// What is wrong and what to do.
    public let message: String

    /// Creates an error.
    public init(_ message: String, file: String? = nil, line: Int? = nil) {
        self.message = message
        self.file = file
        self.line = line
    }

    /// The message behind the place of the fault: `places.tsv:3: …`.
    public var description: String {
        switch (file, line) {
        case (let file?, let line?): "\(file):\(line): \(message)"
        case (let file?, nil): "\(file): \(message)"
        case (nil, let line?): "line \(line): \(message)"
        case (nil, nil): message
        }
    }
}
