import Files
import FoundationEssentials

/// The files of a run, found below the paths that were given.
///
/// A folder gives its files and those of its folders, sorted by name; hidden entries, links to folders, pipes and files
/// that no reader knows are passed over. A file that is named by itself is always taken, so that a wrong one is reported.
public struct ArticleFinder {
    /// The paths to read, in order; `-` is the standard input.
    public private(set) var paths: [String] = []
    /// How many entries of folders were passed over.
    public private(set) var passedOver = 0
    /// Folders that could not be listed and paths that do not exist.
    public private(set) var unreadable: [ArticleError] = []

    private let readers: ArticleReaders

    /// Looks for the files that some readers can read below some paths.
    public init(_ arguments: [String], readers: ArticleReaders = .standard) {
        self.readers = readers
        for argument in arguments {
            if argument != "-", isFolder(argument) {
                list(argument)
            } else {
                paths.append(argument)
            }
        }
    }

    private mutating func list(_ folder: String) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            let reason = "the folder cannot be listed: permission denied or gone"
            unreadable.append(ArticleError(.unreadable, path: folder, reason: reason))
            return
        }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let path = prefix + name
            if name.hasPrefix(".") {
                passedOver += 1
            } else if isFolder(path) {
                if isLink(path) {
                    passedOver += 1
                } else {
                    list(path)
                }
            } else if readers.canRead(path), !InputFile.isEndless(path) {
                paths.append(path)
            } else {
                passedOver += 1
            }
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
