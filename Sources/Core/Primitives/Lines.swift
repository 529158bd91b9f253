extension String {
    /// As files have it: lines end with a line feed, and nothing stands in them that no file of texts holds.
    package var asLines: String {
        replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .filter { $0 == "\n" || $0 == "\t" || !$0.unicodeScalars.allSatisfy { $0.value < 32 || $0.value == 127 } }
    }
}
