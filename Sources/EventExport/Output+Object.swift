extension Output {
    /// Writes one JSON object on a line of its own, its members in the order given.
    public func writeObject(_ members: [(name: String, value: Cell)]) throws(OutputError) {
        try write { bytes in
            var object = JSONObject(&bytes)
            for (name, value) in members { object.member(name, value, &bytes) }
            object.end(&bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
    }
}
