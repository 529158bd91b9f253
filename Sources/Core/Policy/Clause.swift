import Primitives

/// A numbered clause of a policy, with its text in every language.
package struct Clause: Hashable, Sendable, Codable, Identifiable {
    package let id: ClauseID
    /// What enforces it; never empty in a policy that has been accepted.
    package let controls: [ControlID]
    /// Markdown: paragraphs, `-` lists, `**bold**` and links; no HTML.
    package let text: Phrase
}

extension Code where Thing == Clause {
    /// Whether it says in part what the other one says as a whole, as 3.5.1 does of 3.5.
    package func isUnder(_ other: ClauseID) -> Bool { rawValue.hasPrefix(other.rawValue + ".") }
}

/// A chapter: a title over clauses that follow each other.
package struct Chapter: Hashable, Sendable, Codable {
    package let title: Phrase
    package let clauses: [ClauseID]
}

/// What enforces clauses in the running system.
package struct Control: Hashable, Sendable, Codable, Identifiable {
    package let id: ControlID
    /// "How this is enforced", in one or two sentences.
    package let description: Phrase
    /// Whether it works in this version of the programme; the policy page says so.
    package let built: Bool
    /// A path below the language's root where a person sees it working, such as `policy/editions`.
    package let link: String
}
