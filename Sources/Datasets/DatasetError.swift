/// What stops a data set from being read: a file that cannot be opened, or a map that does not fit.
public struct DatasetError: Error, Hashable, CustomStringConvertible {
    /// The file that the fault is in: the data, or the map.
    public let file: String
    /// The line, from 1; nil for the file as a whole.
    public let line: Int?
    /// What is wrong, and what to write instead.
    public let reason: String

    /// The reason behind the place of the fault: `MAP.yaml:3: …`.
    public var description: String { "\(file):\(line.map { "\($0):" } ?? "") \(reason)" }
}
