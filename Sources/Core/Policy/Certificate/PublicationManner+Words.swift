import Primitives

extension PublicationManner {
    /// How an edition came into force, as its page and its certificate say it.
    package var words: Phrase {
        switch self {
        case .installation:
            Phrase(
                ru: "При установке, первым запуском сервера",
                kk: "Орнату кезінде, сервер алғаш іске қосылғанда",
                en: "At the installation, by the first start of the server")
        case .demo:
            Phrase(
                ru: "При запуске, в демонстрационном режиме",
                kk: "Іске қосылғанда, сынақ режимінде", en: "At start, in demo mode")
        case .twoPersons:
            Phrase(ru: "Двумя людьми", kk: "Екі адам жариялады", en: "By two persons")
        case .singleHanded:
            Phrase(
                ru: "Одним человеком, в одиночку", kk: "Бір адам, жалғыз өзі жариялады",
                en: "By one person, single-handed")
        }
    }
}
