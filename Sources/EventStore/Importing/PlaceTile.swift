/// Where a place lies, as a number: places whose numbers are near one another are neighbours (Morton's order).
enum PlaceTile {
    /// Behind every place.
    static let nowhere = UInt32.max

    /// The number of a tile of about 600 m; ``nowhere`` without coordinates in degrees.
    static func tile(latitude: Double?, longitude: Double?) -> UInt32 {
        guard let latitude, let longitude, abs(latitude) <= 90, abs(longitude) <= 180 else { return nowhere }
        let north = UInt32((latitude + 90) / 360 * 65_535)
        let east = UInt32((longitude + 180) / 360 * 65_535)
        return spread(north) << 1 | spread(east)
    }

    /// Puts a 0 before each of the lower 16 bits.
    private static func spread(_ number: UInt32) -> UInt32 {
        var bits = number
        bits = (bits | bits << 8) & 0x00FF_00FF
        bits = (bits | bits << 4) & 0x0F0F_0F0F
        bits = (bits | bits << 2) & 0x3333_3333
        bits = (bits | bits << 1) & 0x5555_5555
        return bits
    }
}
