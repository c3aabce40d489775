import FoundationEssentials

/// Reads gold: a `.jsonl` file with one article a line, a `.json` file of one article, or a folder of such files.
public enum GoldFile {
    /// Reads the articles, in the order of the files' names; the error names the file and the line.
    public static func read(_ path: String) throws -> [GoldArticle] {
        var isFolder = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
            let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            return try names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".jsonl") }.flatMap {
                try read("\(path)/\($0)")
            }
        }
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw GoldFileError(path: path, line: nil, reason: "cannot be read")
        }
        return try parse([UInt8](data), path: path)
    }

    /// Reads the articles in the bytes of a gold file; a `.json` file holds one, over any number of lines.
    public static func parse(_ bytes: [UInt8], path: String) throws(GoldFileError) -> [GoldArticle] {
        let decoder = JSONDecoder()
        var articles: [GoldArticle] = []
        let isOneArticle = path.hasSuffix(".json")
        let lines =
            isOneArticle ? [bytes[...]] : bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
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
