/// Some events as columns: the rows stand in the order of the events' numbers.
///
/// In a ``Rollup`` a row is several events.
struct Block {
    /// The number of the event whose offset is 0.
    var first: Int
    /// How many rows.
    var count: Int
    private var columns: [[Int32]] = Array(repeating: [], count: Field.allCases.count)
    /// The numbers themselves, which may be large: for each row of ``Field/figureRow`` the low, best and high.
    var lows: [Int] = []
    var bests: [Int] = []
    var highs: [Int] = []

    init(first: Int, count: Int) {
        self.first = first
        self.count = count
    }

    /// A column; those of weapons, further places and numbers have rows of their own.
    subscript(field: Field) -> [Int32] {
        get { columns[field.rawValue] }
        _modify { yield &columns[field.rawValue] }
    }

    /// A column as it is stored, for all fields alike.
    func numbers(_ field: Field) -> [Int] {
        switch field {
        case .figureLow: lows
        case .figureBest: bests
        case .figureHigh: highs
        default: self[field].map { $0 == .none ? .none : Int($0) }
        }
    }

    /// The number of the event in a row.
    func event(_ row: Int) -> Int {
        first + Int(self[.offset][row])
    }
}

extension FixedWidthInteger {
    /// What stands in a column where there is no value.
    static var none: Self { .min }
}
