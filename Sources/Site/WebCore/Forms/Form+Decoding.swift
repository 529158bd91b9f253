import Primitives

extension Form {
    /// Reads `application/x-www-form-urlencoded` after the URL standard; octets that are not UTF-8 become U+FFFD.
    ///
    /// - Returns: nil when there are more than `limit` fields.
    package init?(urlencoded body: Bytes, limit: Int = 500) {
        var entries: [(name: FieldName, text: String)] = []
        for pair in body.split(separator: 0x26) {
            guard entries.count < limit else { return nil }
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            let text = parts.count > 1 ? Form.decoded(parts[1]) : ""
            entries.append((FieldName(Form.decoded(parts[0])), text.withPlainLineBreaks))
        }
        self.init(entries: entries)
    }

    /// Undoes percent-encoding and `+` for a blank.
    static func decoded(_ encoded: ArraySlice<UInt8>) -> String {
        var octets = Bytes()
        octets.reserveCapacity(encoded.count)
        var index = encoded.startIndex
        while index < encoded.endIndex {
            let octet = encoded[index]
            index += 1
            if octet == 0x25, index + 1 < encoded.endIndex,
                let value = Bytes(hex: String(decoding: encoded[index...index + 1], as: UTF8.self))
            {
                octets += value
                index += 2
            } else {
                octets.append(octet == 0x2B ? 0x20 : octet)
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}

extension String {
    /// Browsers send CR LF for every line break.
    fileprivate var withPlainLineBreaks: String {
        utf8.contains(0x0D) ? split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n") : self
    }
}
