import Primitives

extension PolicyFolder {
    /// The same policy with the operator's own IIN or BIN, which is then no placeholder any more.
    ///
    /// Only two lines of `policy.yml` change; remarks and order stay.
    ///
    /// - Returns: nil when `policy.yml` has no line for the number, or the policy would not pass its check with it.
    package func settingOperatorNumber(_ number: String) -> PolicyFolder? {
        filling("iin_or_bin") { lines in
            guard let index = lines.firstIndex(where: { $0.hasPrefix("  iin_or_bin:") }) else { return false }
            lines[index] = "  iin_or_bin: \"\(number)\""
            return true
        }
    }

    /// The same policy with the name of a recipient, in every language, which is then no placeholder any more.
    ///
    /// - Parameter name: without signs that YAML reads.
    /// - Returns: nil when `policy.yml` has no lines for the name, or the policy would not pass its check with it.
    package func settingRecipient(_ id: RecipientID, name: String) -> PolicyFolder? {
        filling(id.rawValue) { lines in
            guard let list = lines.firstIndex(where: { $0.hasPrefix("recipients:") }),
                let recipient = lines[list...].firstIndex(of: "  - id: \(id)"),
                let block = lines[recipient...].firstIndex(of: "    name:")
            else { return false }
            for (offset, language) in [Language.ru, .kk, .en].enumerated() {
                let index = block + 1 + offset
                guard lines.indices.contains(index), lines[index].hasPrefix("      \(language.rawValue): ") else {
                    return false
                }
                lines[index] = "      \(language.rawValue): \"\(name)\""
            }
            return true
        }
    }

    /// The same policy without a recipient, and without the consent to it; no placeholder any more.
    ///
    /// - Returns: nil when there is no such recipient, or the policy would not pass its check without it.
    package func removingRecipient(_ id: RecipientID) -> PolicyFolder? {
        filling(id.rawValue) { lines in
            guard Self.removeItem(id.rawValue, from: "recipients:", in: &lines) else { return false }
            _ = Self.removeItem(id.rawValue, from: "consents:", in: &lines)
            return true
        }
    }

    /// Takes an item out of a list of `policy.yml`, with the lines that belong to it.
    private static func removeItem(_ id: String, from list: String, in lines: inout [String]) -> Bool {
        guard let head = lines.firstIndex(of: list) else { return false }
        let end = lines[(head + 1)...].firstIndex { $0.first?.isLetter == true } ?? lines.endIndex
        guard let first = lines[head..<end].firstIndex(of: "  - id: \(id)") else { return false }
        let last = lines[(first + 1)..<end].firstIndex { !$0.hasPrefix("    ") } ?? end
        lines.removeSubrange(first..<last)
        return true
    }

    /// - Parameter change: puts in what `placeholder` stood for; false when there is no place for it.
    private func filling(_ placeholder: String, _ change: (inout [String]) -> Bool) -> PolicyFolder? {
        var lines = files["policy.yml"]?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
        guard change(&lines) else { return nil }
        if let index = lines.firstIndex(where: { $0.hasPrefix("  to_be_set: [") && $0.hasSuffix("]") }) {
            let names = lines[index].dropFirst("  to_be_set: [".count).dropLast().split(separator: ",")
                .map { $0.filter { !$0.isWhitespace } }
            lines[index] = "  to_be_set: [\(names.filter { $0 != placeholder }.joined(separator: ", "))]"
        }
        var changed = self
        changed.files["policy.yml"] = lines.joined(separator: "\n")
        return changed.read().document == nil ? nil : changed
    }
}
