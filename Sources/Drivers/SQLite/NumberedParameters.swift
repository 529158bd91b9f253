import Synchronization

/// The texts that were read through once: a programme has some hundreds, and uses them again and again.
private let written = Mutex<[String: String]>([:])
/// How many are kept; lists of changing length make new ones.
private let mostWritten = 2_000

/// `text` with `$1` written as `?1`, as it was made before where it was.
func numberedParameters(_ text: String) -> String {
    if let known = written.withLock({ $0[text] }) { return known }
    let made = numberingParameters(of: text)
    written.withLock { if $0.count < mostWritten { $0[text] = made } }
    return made
}

/// `text` with `$1` written as `?1`.
///
/// SQLite takes `$1` for a name and numbers names by first appearance; `?1` it numbers as written. Quoted text,
/// quoted names and comments are left as they are.
private func numberingParameters(of text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    var octets = Array(text.utf8)
    var index = 0
    while index < octets.count {
        switch octets[index] {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            index = end(of: octets[index], in: octets, from: index + 1)
        case UInt8(ascii: "-") where follows(UInt8(ascii: "-"), index, octets):
            index = end(of: UInt8(ascii: "\n"), in: octets, from: index + 2)
        case UInt8(ascii: "/") where follows(UInt8(ascii: "*"), index, octets):
            index += 2
            while index < octets.count,
                !(octets[index] == UInt8(ascii: "*") && follows(UInt8(ascii: "/"), index, octets))
            {
                index += 1
            }
            index += 2
        case UInt8(ascii: "$") where index + 1 < octets.count && isDigit(octets[index + 1]):
            octets[index] = UInt8(ascii: "?")
            index += 2
        default:
            index += 1
        }
    }
    return String(decoding: octets, as: UTF8.self)
}

/// The place after the next `mark`; a doubled quote is then read as two texts side by side.
private func end(of mark: UInt8, in octets: [UInt8], from start: Int) -> Int {
    (octets[min(start, octets.count)...].firstIndex(of: mark) ?? octets.count) + 1
}

private func follows(_ octet: UInt8, _ index: Int, _ octets: [UInt8]) -> Bool {
    index + 1 < octets.count && octets[index + 1] == octet
}

private func isDigit(_ octet: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet) }
