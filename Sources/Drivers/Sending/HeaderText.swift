import Foundation

/// Words of a person in a header. Line ends and other controls become spaces, so that they cannot begin a new header.
struct HeaderText {
    private let text: String

    init(_ text: String) {
        let scalars = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}" ? " " : scalar
        }
        self.text = String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespaces)
    }

    /// As unstructured text, such as a subject.
    func encoded(_ style: InternetMessage.Style) -> String {
        style == .utf8 || isPlain ? text : encodedWords
    }

    /// As a phrase, such as the name before an address.
    func phrase(_ style: InternetMessage.Style) -> String {
        guard style == .utf8 || isPlain else { return encodedWords }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private var isPlain: Bool {
        text.utf8.count <= 60 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
    }

    /// RFC 2047: words of at most 75 characters that never cut a character in two, one on a line.
    private var encodedWords: String {
        var words: [String] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            let octets = Array(String(scalar).utf8)
            if word.count + octets.count > 36 {
                words.append(Self.encode(word))
                word = []
            }
            word += octets
        }
        words.append(Self.encode(word))
        return words.joined(separator: "\r\n ")
    }

    private static func encode(_ octets: [UInt8]) -> String { "=?UTF-8?B?\(Data(octets).base64EncodedString())?=" }
}
