/// How likely a name means a place before the text is known: the place's weight times the name's.
enum NamePrior {
    /// The weight of a place from 0 to 1: countries, then regions and capitals, then places by population.
    static func weight(of kind: PlaceKind, population: Int, isCapital: Bool) -> Double {
        // 0 for a hundred people or fewer, 1 for ten million.
        let size = min(1, max(0, (decimalLogarithm(population) - 2) / 5))
        return switch kind {
        case .country: 1
        case .admin1: 0.72 + 0.12 * size
        case .admin2: 0.30 + 0.16 * size
        case .populatedPlace: max(isCapital ? 0.88 : 0, 0.12 + 0.70 * size)
        case .area: 0.60
        case .sea: 0.75
        }
    }

    /// What a kind of name leaves of the place's weight.
    static func factor(of kind: NameKind) -> Double {
        switch kind {
        case .primary: 1
        case .alternate: 0.85
        case .historical: 0.75
        case .short: 0.80
        case .demonym: 0.90
        case .nickname: 0.80
        }
    }

    /// What is left of a name that is mostly something else: an everyday word, a given name.
    static let demotion = 0.12

    /// The logarithm to base ten by halving steps, alike on every machine.
    private static func decimalLogarithm(_ number: Int) -> Double {
        guard number >= 1 else { return 0 }
        var digits = 0
        var rest = number
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        var scale = 1.0
        for _ in 0..<digits {
            scale *= 10
        }
        // Between the powers of ten a chord, which is near enough.
        return Double(digits) + (Double(number) / scale - 1) / 9
    }
}
