public import Datasets
import DatelineCore
import GRDB

extension EventStore {
    /// Stores the rows of a structured dataset as events, and keeps them up with a newer file.
    ///
    /// A row is known by the dataset's name and its own id: a known row changes its event, which keeps its number. It
    /// commits every ``DatasetWriter/batch`` rows, so that an import that is cut off loses no more than the last of them;
    /// importing the file again completes it. A database without events is filled behind a lock: other programs are
    /// told so until it is done.
    /// - Parameters:
    ///   - reader: The rows.
    ///   - name: What the dataset is called in the database; another name is another dataset.
    ///   - file: The file's path, for the record.
    ///   - isPartial: Whether the file is a part of the dataset, so that rows that it lacks are left as they are.
    ///   - rejected: What to do with a row that cannot be read.
    ///   - progress: Called after each batch with what was done so far.
    /// - Returns: What was done.
    /// - Throws: ``EventStoreError``; `DatasetError` where the file cannot be read on. What was committed stays.
    public func importDataset(
        _ reader: DatasetReader,
        named name: String,
        file: String,
        isPartial: Bool = false,
        rejected: (RowRejection) throws -> Void = { _ in },
        progress: (ImportSummary) -> Void = { _ in }
    ) throws -> ImportSummary {
        try translatingErrors(doing: "import \(file)") {
            try queue.unsafeReentrantWrite { database in
                try BulkLoad(database).run { load in
                    let writer = try DatasetWriter(database, dimensions, load, reader: reader, name: name, file: file)
                    defer { dimensions.finish() }
                    do {
                        return try writer.run(isPartial: isPartial, rejected: rejected, progress: progress)
                    } catch {
                        dimensions.forget()
                        throw error
                    }
                }
            }
        }
    }
}
