import Primitives
import Yams

extension YAMLItem {
    /// The mapping under `key`, read whole.
    func item<Value>(_ key: String, _ read: (YAMLItem) -> Value) -> Value {
        let found = find(key)
        if found?.mapping == nil { fail("“\(key)” is missing or not a block", at: key) }
        let item = YAMLItem(node: found, path: "\(path)/\(key)", file: file, line: line(of: key), log: log)
        let value = read(item)
        item.finish()
        return value
    }

    /// The same, and nil without a report when the key is absent.
    func optionalItem<Value>(_ key: String, _ read: (YAMLItem) -> Value) -> Value? {
        find(key) == nil ? nil : item(key, read)
    }

    /// The mappings in the list under `key`, each read whole.
    func items<Value>(_ key: String, _ read: (YAMLItem) -> Value) -> [Value] {
        list(key).enumerated().map { index, node in
            let item = YAMLItem(node: node, path: "\(path)/\(key)[\(index)]", file: file, line: line, log: log)
            if node.mapping == nil { log.error("not a block in “\(key)”", file: file, line: item.line) }
            let value = read(item)
            item.finish()
            return value
        }
    }

    /// The same, and nil without a report when the key is absent.
    func optionalItems<Value>(_ key: String, _ read: (YAMLItem) -> Value) -> [Value]? {
        find(key) == nil ? nil : items(key, read)
    }

    /// The texts in the list under `key`; empty when the key is absent.
    func texts(_ key: String) -> [String] {
        guard find(key) != nil else { return [] }
        return list(key).compactMap { node in
            let text = node.scalar?.string
            if text == nil { log.error("not a text in “\(key)”", file: file, line: node.mark?.line ?? line) }
            return text
        }
    }

    func codes<Thing>(_ key: String) -> [Code<Thing>] { texts(key).map { Code($0) } }

    /// The values that the texts in the list under `key` stand for.
    func values<Value>(_ key: String, _ read: (String) -> Value?) -> [Value] {
        texts(key).compactMap { text in
            let value = read(text)
            if value == nil { fail("“\(key)” cannot hold “\(text)”", at: key) }
            return value
        }
    }

    func numbers(_ key: String) -> [FieldNumber] { values(key) { Int($0).map { FieldNumber($0) } } }

    /// The same, and nil when the key is absent.
    func optionalNumbers(_ key: String) -> [FieldNumber]? { find(key) == nil ? nil : numbers(key) }

    func choices<Choice: RawRepresentable<String>>(_ key: String) -> [Choice] {
        values(key) { Choice(rawValue: $0) }
    }

    /// The same, and nil when the key is absent.
    func optionalChoices<Choice: RawRepresentable<String>>(_ key: String) -> [Choice]? {
        find(key) == nil ? nil : choices(key)
    }

    private func list(_ key: String) -> [Node] {
        guard let found = find(key) else {
            fail("“\(key)” is missing", at: key)
            return []
        }
        guard let sequence = found.sequence else {
            fail("“\(key)” is not a list", at: key)
            return []
        }
        return Array(sequence)
    }
}
