extension PolicyFolder {
    /// The same policy with the operator's own IIN or BIN, which is then no placeholder any more.
    ///
    /// Only two lines of `policy.yml` change; remarks and order stay.
    ///
    /// - Returns: nil when `policy.yml` has no line for the number, or the policy would not pass its check with it.
    package func settingOperatorNumber(_ number: String) -> PolicyFolder? {
        guard let text = files["policy.yml"] else { return nil }
        var isSet = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.hasPrefix("  iin_or_bin:"), !isSet {
                isSet = true
                return "  iin_or_bin: \"\(number)\""
            }
            guard line.hasPrefix("  to_be_set: ["), line.hasSuffix("]") else { return String(line) }
            let names = line.dropFirst("  to_be_set: [".count).dropLast().split(separator: ",")
                .map { $0.filter { !$0.isWhitespace } }
            return "  to_be_set: [\(names.filter { $0 != "iin_or_bin" }.joined(separator: ", "))]"
        }
        guard isSet else { return nil }
        var changed = self
        changed.files["policy.yml"] = lines.joined(separator: "\n")
        return changed.read().document == nil ? nil : changed
    }
}
