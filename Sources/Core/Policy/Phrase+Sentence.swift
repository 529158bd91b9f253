import Primitives

extension Phrase {
    /// A title as it stands within a sentence; an abbreviation keeps its capitals.
    package var withinSentence: Phrase {
        changed { $0.dropFirst().first?.isUppercase == true ? $0 : $0.prefix(1).lowercased() + $0.dropFirst() }
    }

    /// Words of a sentence as they stand at its beginning.
    package var beginning: Phrase { changed { $0.prefix(1).uppercased() + $0.dropFirst() } }

    private func changed(_ change: (String) -> String) -> Phrase {
        Phrase(ru: change(ru), kk: change(kk), en: change(en))
    }
}
