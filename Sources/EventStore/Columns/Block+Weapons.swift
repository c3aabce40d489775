extension Block {
    /// The events in whose rows a mask has 1, with a row for each of an event's weapons, or one without a weapon.
    func perWeapon(_ fields: [Field], where mask: [UInt8]) -> Block {
        let (owners, all) = (self[.weaponRow], self[.weapon])
        var rows: [Int] = []
        var weapons: [Int32] = []
        var next = 0
        for row in mask.indices {
            let start = weapons.count
            while next < owners.count, owners[next] == row {
                if mask[row] != 0, !weapons[start...].contains(all[next]) { weapons.append(all[next]) }
                next += 1
            }
            if mask[row] != 0, weapons.count == start { weapons.append(.none) }
            rows += repeatElement(row, count: weapons.count - start)
        }
        var block = Block(first: first, count: rows.count)
        for field in fields where field.rows == .offset {
            let column = self[field]
            block[field] = rows.map { column[$0] }
        }
        block[.weapon] = weapons
        return block
    }
}
