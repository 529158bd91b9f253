import Primitives

extension PublicationManner {
    /// How an edition came into force, as its page and its certificate say it.
    package var words: Phrase {
        switch self {
        case .installation:
            Phrase(
                ru: "Опубликована при установке, первым запуском сервера",
                kk: "Орнату кезінде, сервер алғаш іске қосылғанда жарияланды",
                en: "Published at the installation, by the first start of the server")
        case .demo:
            Phrase(
                ru: "Опубликована при запуске, в демонстрационном режиме",
                kk: "Іске қосылғанда, сынақ режимінде жарияланды", en: "Published at start, in demo mode")
        case .twoPersons:
            Phrase(ru: "Опубликована двумя людьми", kk: "Екі адам жариялады", en: "Published by two persons")
        case .singleHanded:
            Phrase(
                ru: "Опубликована одним человеком, в одиночку", kk: "Бір адам, жалғыз өзі жариялады",
                en: "Published by one person, single-handed")
        }
    }
}
