/// A mention at its tokens.
protocol Located {
    /// The words, as indices into the document's tokens.
    var tokens: Range<Int> { get }
}

extension PlaceMention: Located {}
extension DateMention: Located {}
extension WeaponMention: Located {}
extension ActorMention: Located {}

extension Array where Element: Located {
    /// The mentions that begin in some tokens; the mentions must be in the order of the text.
    func beginning(in range: Range<Int>) -> ArraySlice<Element> {
        let lower = firstIndex(from: range.lowerBound)
        return self[lower..<Swift.max(lower, firstIndex(from: range.upperBound))]
    }

    /// The index of the first mention at or after a token, by halving.
    private func firstIndex(from token: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
