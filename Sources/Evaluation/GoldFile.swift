import FoundationEssentials

/// Reads gold files: one article a line, as JSON.
public enum GoldFile {
    /// Reads the articles; the error names the file and the line.
    public static func read(_ path: String) throws -> [GoldArticle] {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw GoldFileError(path: path, line: nil, reason: "cannot be read")
        }
        return try parse([UInt8](data), path: path)
    }

    /// Reads the articles in the bytes of a gold file.
    public static func parse(_ bytes: [UInt8], path: String) throws(GoldFileError) -> [GoldArticle] {
        let decoder = JSONDecoder()
        var articles: [GoldArticle] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { continue }
            do {
                articles.append(try decoder.decode(GoldArticle.self, from: Data(line)))
            } catch {
                throw GoldFileError(path: path, line: index + 1, reason: reason(for: error))
            }
        }
        return articles
    }

    private static func reason(for error: any Error) -> String {
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
            return path.isEmpty ? "the line" : path.joined(separator: ".")
        }
        switch error as? DecodingError {
        case .keyNotFound(let key, let context)?: return "\(place(context)): \"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
            return "\(place(context)): a value of the wrong kind"
        default: return "no JSON"
        }
    }
}

/// Why a gold file cannot be used.
public struct GoldFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// The line, from 1, where the fault has one.
    public var line: Int?
    /// The reason.
    public var reason: String

    /// The error on one line.
    public var description: String {
        "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
    }
}
