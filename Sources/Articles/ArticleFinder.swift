import Files
import FoundationEssentials

/// The files of a run, found below the paths that were given, one after another.
///
/// A folder gives its files and those of its folders, sorted by name; hidden entries, links to folders, pipes and files
/// that no reader knows, by their names or by how they begin, are passed over. A file that is named by itself is always
/// taken, so that a wrong one is reported; `-` is the standard input. No more is kept than the names in the folders that
/// are open.
public final class ArticleFinder: Sequence, IteratorProtocol {
    /// How many entries of folders were passed over so far.
    public private(set) var passedOver = 0

    private let readers: ArticleReaders
    private let report: (ArticleError) -> Void
    private var arguments: ArraySlice<String>
    private var folders: [(prefix: String, names: ArraySlice<String>)] = []

    /// Looks for the files that some readers can read below some paths.
    ///
    /// - Parameters:
    ///   - arguments: the paths.
    ///   - readers: those of the run.
    ///   - report: takes the folders that cannot be listed, as they are met.
    public init(
        _ arguments: [String],
        readers: ArticleReaders = .standard,
        report: @escaping (ArticleError) -> Void = { _ in }
    ) {
        self.arguments = arguments[...]
        self.readers = readers
        self.report = report
    }

    /// The path of the next file; nil behind the last.
    public func next() -> String? {
        while true {
            if folders.isEmpty {
                guard let argument = arguments.popFirst() else { return nil }
                guard argument != "-", isFolder(argument) else { return argument }
                open(argument)
            } else if let name = folders[folders.count - 1].names.popFirst() {
                if let path = take(name, in: folders[folders.count - 1].prefix) { return path }
            } else {
                folders.removeLast()
            }
        }
    }

    /// The path of an entry that is to be read; a folder is opened, and what is left is passed over.
    private func take(_ name: String, in prefix: String) -> String? {
        let path = prefix + name
        if !name.hasPrefix(".") {
            if isFolder(path) {
                if !isLink(path) {
                    open(path)
                    return nil
                }
            } else if !InputFile.isEndless(path), readers.canRead(path) {
                return path
            }
        }
        passedOver += 1
        return nil
    }

    private func open(_ folder: String) {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            folders.append((folder.hasSuffix("/") ? folder : folder + "/", sorted[...]))
        } catch {
            let reason = "the folder cannot be listed: permission denied or gone"
            report(ArticleError(.unreadable, path: folder, reason: reason))
        }
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    private func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }
}
