extension Phrase {
    /// A length of time as the subject of a sentence, or alone in a cell, in its largest whole unit: `1 минута`, `3 days`.
    package static func term(_ span: Span) -> Phrase {
        let seconds = span.seconds
        if seconds.isMultiple(of: 86_400) {
            return count(seconds / 86_400, ru: ("день", "дня", "дней"), kk: "күн", en: ("day", "days"))
        }
        if seconds.isMultiple(of: 3_600) {
            return count(seconds / 3_600, ru: ("час", "часа", "часов"), kk: "сағат", en: ("hour", "hours"))
        }
        if seconds.isMultiple(of: 60) {
            return count(seconds / 60, ru: ("минута", "минуты", "минут"), kk: "минут", en: ("minute", "minutes"))
        }
        return count(seconds, ru: ("секунда", "секунды", "секунд"), kk: "секунд", en: ("second", "seconds"))
    }

    /// The same for how long something lasts or is away, in Russian in the accusative: «действует 1 минуту».
    package static func lasting(_ span: Span) -> Phrase {
        let seconds = span.seconds
        // Only the words for minute and second change.
        if seconds.isMultiple(of: 3_600) { return term(span) }
        if seconds.isMultiple(of: 60) {
            return count(seconds / 60, ru: ("минуту", "минуты", "минут"), kk: "минут", en: ("minute", "minutes"))
        }
        return count(seconds, ru: ("секунду", "секунды", "секунд"), kk: "секунд", en: ("second", "seconds"))
    }
}
