import Primitives

extension HTML {
    func write(to bytes: inout Bytes, in language: Language) {
        switch node {
        case .text(let text):
            bytes.append(escaping: text, for: .text)
        case .phrase(let phrase):
            bytes.append(escaping: phrase[language].unbroken, for: .text)
        case .group(let pieces):
            for piece in pieces { piece.write(to: &bytes, in: language) }
        case .element(let name, let attributes, let content):
            bytes.open(name, attributes, in: language)
            content.write(to: &bytes, in: language)
            bytes.close(name)
        case .void(let name, let attributes):
            bytes.open(name, attributes, in: language)
        case .verbatim(let name, let attributes, let text):
            bytes.open(name, attributes, in: language)
            // The parser drops one line break after the tag, which may be the person's own.
            bytes.append(0x0A)
            bytes.append(escaping: text, for: .text)
            bytes.close(name)
        case .perLanguage(let piece):
            piece(language).write(to: &bytes, in: language)
        case .rendered(let ready):
            bytes.append(contentsOf: ready)
        }
    }
}

extension Bytes {
    fileprivate mutating func open(_ name: StaticString, _ attributes: [Attribute], in language: Language) {
        append(0x3C)
        append(name)
        for attribute in attributes { attribute.write(to: &self, in: language) }
        append(0x3E)
    }

    fileprivate mutating func close(_ name: StaticString) {
        append(0x3C)
        append(0x2F)
        append(name)
        append(0x3E)
    }
}
