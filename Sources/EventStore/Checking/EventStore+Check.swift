import GRDB

/// What one check of a database came to.
public struct CheckOutcome: Hashable, Sendable {
    /// What was checked: `file`, `places`, `segments`.
    public var name: String
    /// What was compared with what.
    public var compared: String
    /// What is wrong; nothing when all is right.
    ///
    /// Of many faults the first stand here, and how many more there are.
    public var faults: [String] = []
    /// What was made again.
    public var repairs: [String] = []

    /// Whether nothing is wrong, or no longer.
    public var isRight: Bool { faults.isEmpty }
}

/// A check of one part of a database.
protocol DatabaseCheck {
    var name: String { get }
    /// Whether SQLite must be able to write for it, though it changes nothing.
    var needsToWrite: Bool { get }

    func finding(in database: Database) throws -> CheckFinding
    /// Makes what is derived again and says so; nothing where there is nothing that could be.
    func repair(_ database: Database) throws -> [String]
}

extension DatabaseCheck {
    var needsToWrite: Bool { false }

    func repair(_: Database) throws -> [String] { [] }
}

/// What a check compared, and what is wrong.
struct CheckFinding {
    var compared: String
    private(set) var faults: [String] = []
    private var left = 0

    /// Of one kind of fault the first ones are told.
    private static let most = 20

    init(_ compared: String) {
        self.compared = compared
    }

    mutating func add(_ fault: String) {
        if faults.count < CheckFinding.most { faults.append(fault) } else { left += 1 }
    }

    /// The faults, with how many are not told.
    var told: [String] {
        left == 0 ? faults : faults + ["and \(left) more"]
    }
}

extension EventStore {
    /// Checks the file, and what is derived against what it is derived from, one part after the other.
    ///
    /// - Parameters:
    ///   - repairing: whether to make derived tables, indexes and triggers again where they are wrong. Articles and
    ///     events are never touched.
    ///   - body: is called with what each check came to, after its repair.
    /// - Throws: ``EventStoreError`` where another program writes, or the file cannot be read at all.
    public func check(repairing: Bool = false, _ body: (CheckOutcome) throws -> Void) throws {
        let checks: [any DatabaseCheck] = [
            FileCheck(), ReferenceCheck(), SchemaCheck(), ImportCheck(), ArticleCheck(), SearchCheck(), PlaceCheck(),
            PrintingCheck(), SegmentCheck(),
        ]
        for check in checks {
            let doing = "check \(path)"
            let outcome =
                if repairing {
                    try write(doing) { try self.outcome(of: check, in: $0, repairing: true) }
                } else if check.needsToWrite {
                    try attempt(doing) { try self.outcome(of: check, in: $0, repairing: false) }
                } else {
                    try read(doing) { try self.outcome(of: check, in: $0, repairing: false) }
                }
            try body(outcome)
        }
    }

    private func outcome(of check: any DatabaseCheck, in database: Database, repairing: Bool) throws -> CheckOutcome {
        var finding = try self.finding(of: check, in: database)
        var repairs: [String] = []
        if repairing, !finding.faults.isEmpty {
            repairs = try check.repair(database)
            if !repairs.isEmpty { finding = try self.finding(of: check, in: database) }
        }
        return CheckOutcome(name: check.name, compared: finding.compared, faults: finding.told, repairs: repairs)
    }

    /// What a check finds; that its part of the file cannot be read is a finding too.
    private func finding(of check: any DatabaseCheck, in database: Database) throws -> CheckFinding {
        do {
            return try check.finding(in: database)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            var finding = CheckFinding("what could be read")
            finding.add(error.message ?? "the file is damaged")
            return finding
        }
    }
}
