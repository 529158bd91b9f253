import Primitives

/// A letter that was taken apart; everything in it is what a stranger wrote.
package struct Letter: Sendable {
    /// Its Message-ID.
    package let identifier: String?
    /// The address of the one sender that its head names.
    package let sender: PersonalData<String>?
    package let subject: PersonalData<String>?
    /// Its text, without the markup of HTML.
    package let text: PersonalData<String>
    package let attachments: [Attachment]

    /// A file of it.
    package struct Attachment: Sendable {
        /// As the letter calls it.
        package let type: String
        package let content: PersonalData<Bytes>

        package init(type: String, content: PersonalData<Bytes>) {
            self.type = type
            self.content = content
        }

        /// In octets.
        var size: Int { content.reveal().count }
    }

    package init(
        identifier: String?, sender: PersonalData<String>?, subject: PersonalData<String>?,
        text: PersonalData<String>, attachments: [Attachment]
    ) {
        self.identifier = identifier
        self.sender = sender
        self.subject = subject
        self.text = text
        self.attachments = attachments
    }

    /// The largest one, in octets.
    package static let mostOctets = 10 << 20
    /// How much of one is taken as words, in characters.
    package static let mostCharacters = 20_000

    /// What is written down of it: subject, text, and of each attachment type and size.
    var words: String {
        let files = attachments.map { "[\($0.type), \($0.size) B]" }.joined(separator: "\n")
        return [subject?.reveal() ?? "", text.reveal(), files].map { Self.readable($0) }.filter { !$0.isEmpty }
            .joined(separator: "\n\n")
    }

    /// The language in which its sender is most likely to read.
    var language: Language { Language(likelyOf: words) }

    /// Without what could hide or turn round what is written; no more than one empty line in a row.
    private static func readable(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: /\r\n|\n|\r/, omittingEmptySubsequences: false) {
            let kept = line.unicodeScalars.filter {
                $0 == "\t"
                    || ![.control, .format, .privateUse, .unassigned].contains($0.properties.generalCategory)
            }
            var whole = String(String.UnicodeScalarView(kept))
            while whole.last?.isWhitespace == true { whole.removeLast() }
            if !whole.isEmpty || lines.last?.isEmpty == false { lines.append(whole) }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

extension Language {
    /// The language in which something is most likely written.
    init(likelyOf words: String) {
        let letters = words.lowercased().unicodeScalars
        let cyrillic = letters.count(where: { (0x400...0x4FF).contains($0.value) })
        self =
            letters.contains(where: { "әғқңөұүһі".unicodeScalars.contains($0) })
            ? .kk : cyrillic * 2 > letters.count(where: { (0x61...0x7A).contains($0.value) }) ? .ru : .en
    }
}

extension Letter {
    /// The text of HTML without its markup: tags fall away, blocks become lines, the usual entities characters.
    package static func text(ofHTML html: String) -> String {
        var (result, rest) = ("", html[...])
        /// An element whose content is for machines.
        var passedOver: String?
        while let begin = rest.firstIndex(of: "<") {
            if passedOver == nil { result += plain(rest[..<begin]) }
            guard let end = rest[begin...].firstIndex(of: ">") else { return result }
            let name = rest[begin...].dropFirst().prefix { $0 == "/" || $0.isLetter || $0.isNumber }.lowercased()
            rest = rest[rest.index(after: end)...]
            if let passing = passedOver {
                if name == "/" + passing { passedOver = nil }
                continue
            }
            switch name {
            case "style", "script", "head", "title": passedOver = name
            case "br", "br/", "/p", "/div", "/tr", "/li", "/h1", "/h2", "/h3", "/table", "/blockquote": result += "\n"
            case "/td": result += " "
            default: break
            }
        }
        return passedOver == nil ? result + plain(rest) : result
    }

    private static func plain(_ text: Substring) -> String {
        let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let spaced =
            (text.first?.isWhitespace == true ? " " : "") + joined
            + (joined.isEmpty || text.last?.isWhitespace != true ? "" : " ")
        return spaced.contains("&")
            ? spaced.replacing("&nbsp;", with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            : spaced
    }
}
