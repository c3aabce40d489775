/// A message of mail, or a part of one: its headers and its content (RFC 5322, RFC 2045).
struct MailPart {
    /// How deep parts may lie in others.
    private static let depthLimit = 20

    private let headers: [(name: String, value: String)]
    private let content: ArraySlice<UInt8>

    /// Reads a message or a part: headers, a blank line, the content.
    init(_ bytes: ArraySlice<UInt8>) {
        var headers: [(name: String, value: String)] = []
        var lines = LineRanges(slice: bytes)
        var end = bytes.endIndex
        while let range = lines.next() {
            let line = bytes[range].last == UInt8(ascii: "\r") ? bytes[range].dropLast() : bytes[range]
            if line.isEmpty {
                end = min(range.upperBound + 1, bytes.endIndex)
                break
            }
            let text = MailPart.text(line)
            if line.first.map(PlainText.isBlank) == true, !headers.isEmpty {
                headers[headers.count - 1].value += text
            } else if let colon = text.firstIndex(of: ":") {
                headers.append((text[..<colon].lowercased(), String(text[text.index(after: colon)...])))
            }
        }
        self.headers = headers
        content = bytes[end...]
    }

    /// The words of a header, with those that are encoded (RFC 2047) decoded; nil where there is none.
    func header(_ name: String) -> String? {
        guard let value = headers.first(where: { $0.name == name })?.value else { return nil }
        let words = EncodedWords.decoded(value).drop { $0.isWhitespace }
        return words.isEmpty ? nil : String(words)
    }

    /// The text of the message: its plain text, else the text of its HTML; nil where it has neither.
    func text() -> String? {
        var plain: String?
        var markup: String?
        collect(&plain, &markup, depth: 0)
        return plain ?? markup
    }

    private func collect(_ plain: inout String?, _ markup: inout String?, depth: Int) {
        let type = HeaderValue(header("content-type") ?? "text/plain")
        if type.value.hasPrefix("multipart/") {
            guard depth < MailPart.depthLimit, let boundary = type["boundary"] else { return }
            for part in parts(boundary) { part.collect(&plain, &markup, depth: depth + 1) }
            return
        }
        if HeaderValue(header("content-disposition") ?? "").value == "attachment" { return }
        switch type.value {
        case "text/plain" where plain == nil: plain = decoded(charset: type["charset"]).nonblank
        case "text/html" where markup == nil:
            markup = MarkupText.plain(decoded(charset: type["charset"])).nonblank
        default: break
        }
    }

    /// The parts between the lines of a boundary.
    private func parts(_ boundary: String) -> [MailPart] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [MailPart] = []
        var start: Int?
        for range in IteratorSequence(LineRanges(slice: content)) where content[range].starts(with: mark) {
            let rest = content[range].dropFirst(mark.count).filter { $0 > 0x20 }
            let isEnd = rest.elementsEqual("--".utf8)
            guard rest.isEmpty || isEnd else { continue }
            if let start, start <= range.lowerBound { parts.append(MailPart(content[start..<range.lowerBound])) }
            start = isEnd ? nil : min(range.upperBound + 1, content.endIndex)
            if isEnd { break }
        }
        // The last part of a message that is cut off has no end.
        if let start { parts.append(MailPart(content[start...])) }
        return parts
    }

    private func decoded(charset: String?) -> String {
        let bytes: [UInt8] =
            switch HeaderValue(header("content-transfer-encoding") ?? "").value {
            case "base64": TransferEncoding.base64(content)
            case "quoted-printable": TransferEncoding.quotedPrintable(content)
            default: Array(content)
            }
        return MailPart.text(bytes[...], charset: charset)
    }

    /// Bytes as text, by what is declared or what they look like.
    private static func text(_ bytes: ArraySlice<UInt8>, charset: String? = nil) -> String {
        let declared = charset.flatMap { CharacterEncoding(label: $0) }
        return String(decoding: EncodingDetector.encoding(bytes, declared: declared).decode(bytes), as: UTF8.self)
    }
}

/// The value of a header with its parameters: `text/plain; charset="utf-8"`.
struct HeaderValue {
    /// The value in small letters.
    let value: String
    private let parameters: [(name: String, value: String)]

    init(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        value = HeaderValue.trimmed(parts.first ?? "").lowercased()
        parameters = parts.dropFirst().compactMap { part in
            guard let mark = part.firstIndex(of: "=") else { return nil }
            let value = HeaderValue.trimmed(part[part.index(after: mark)...])
            return (HeaderValue.trimmed(part[..<mark]).lowercased(), value.filter { $0 != "\"" })
        }
    }

    subscript(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension String {
    /// The text, or nil where it holds nothing to be seen.
    var nonblank: String? { utf8.contains { $0 > 0x20 } ? self : nil }
}
