import Primitives

extension ConsentWords {
    /// An element of a list.
    func element(_ text: String) -> String { ConsentText.mark + text }

    /// What a third party is and why it gets data, then which: an element, and a list within it.
    func lines(_ recipient: Recipient) -> [String] {
        let country = Phrase.countryName(recipient.country)[language]
        let opening = "\(recipient.name[language]), \(country). \(recipient.reason[language])"
        // What staff tell of themselves is no part of what this person agrees to.
        let fields = recipient.fields.compactMap(document.field).filter { $0.source != .staff }
        let titles = fields.map(\.title) + recipient.documents.compactMap(document.documentKind).map(\.title)
        let listed = mainFields.map(\.title) + mainDocuments.map(\.title)
        let isAll = Set(listed).isSubset(of: titles)
        let rest = isAll ? titles.filter { !listed.contains($0) } : titles
        return [element("\(opening) \(extent(isAll: isAll, rest: !rest.isEmpty))")]
            + rest.map { ConsentText.innerMark + withinSentence($0[language]) }
    }

    private func extent(isAll: Bool, rest: Bool) -> String {
        guard isAll else { return Phrase(ru: "Данные:", kk: "Деректер:", en: "Data:")[language] }
        guard rest else {
            return Phrase(
                ru: "Данные: все из перечня ниже.", kk: "Деректер: төмендегі тізбедегінің бәрі.",
                en: "Data: all that are listed below.")[language]
        }
        return Phrase(
            ru: "Данные: все из перечня ниже и, кроме них:",
            kk: "Деректер: төмендегі тізбедегінің бәрі және оған қоса:",
            en: "Data: all that are listed below, and also:")[
                language]
    }

    /// A title as it stands within a sentence; an abbreviation keeps its capitals.
    private func withinSentence(_ title: String) -> String {
        title.dropFirst().first?.isUppercase == true ? title : title.prefix(1).lowercased() + title.dropFirst()
    }
}
