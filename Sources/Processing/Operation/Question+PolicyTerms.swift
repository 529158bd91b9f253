import Primitives

/// The questions about a new policy that names of companies or counts answer.
extension Question {
    static let policyProviders = [
        Question(
            "hosting", Phrase(ru: "У кого стоит сервер", kk: "Сервер кімде тұр", en: "Who keeps the server"),
            hint: Phrase(
                ru: "Название провайдера в Казахстане; own — у вас самих; пусто — впишете позже.",
                kk: "Қазақстандағы провайдердің атауы; own – өзіңізде; бос болса, кейін жазасыз.",
                en: "The name of a provider in Kazakhstan; own: yourselves; empty: put it in later."),
            isOptional: true, kept: PolicyEntry.orLater, problem: PolicyEntry.providerProblem),
        Question(
            "mail",
            Phrase(ru: "Через кого уходят письма", kk: "Хаттар кім арқылы жіберіледі", en: "Who delivers your e-mail"),
            hint: Phrase(
                ru: "Название провайдера в Казахстане; own — свой почтовый сервер; пусто — впишете позже.",
                kk: "Қазақстандағы провайдердің атауы; own – өз пошта серверіңіз; бос болса, кейін жазасыз.",
                en: "The name of a provider in Kazakhstan; own: your own mail server; empty: put it in later."),
            isOptional: true, kept: PolicyEntry.orLater, problem: PolicyEntry.providerProblem),
        Question(
            "sms",
            Phrase(ru: "Через кого уходят SMS", kk: "SMS кім арқылы жіберіледі", en: "Who delivers your text messages"),
            hint: laterHint, isOptional: true, when: asksTelephone, kept: PolicyEntry.orLater,
            problem: PolicyEntry.providerProblem),
    ]

    static let laterHint = Phrase(
        ru: "Название компании в Казахстане; пусто — впишете позже.",
        kk: "Қазақстандағы компанияның атауы; бос болса, кейін жазасыз.",
        en: "The name of a company in Kazakhstan; empty: put it in later.")

    static let policyTerms = [
        Question(
            "consent_years",
            Phrase(
                ru: "Сколько лет действует согласие", kk: "Келісім неше жыл қолданылады", en: "Years a consent lasts"),
            hint: Phrase(
                ru: "1, 2, 3 или 5; не дольше, чем нужно.", kk: "1, 2, 3 немесе 5; қажетінен артық емес.",
                en: "1, 2, 3 or 5; no longer than needed."),
            standard: "3", problem: { ["1", "2", "3", "5"].contains($0) ? nil : .policyChoose }),
        days(
            "draft_days", 1...90, standard: 7,
            Phrase(
                ru: "Сколько дней ждёт неотправленная регистрация", kk: "Жіберілмеген тіркелу неше күн күтеді",
                en: "Days a registration that was not sent waits")),
        days(
            "review_days", 1...30, standard: 3,
            Phrase(
                ru: "За сколько рабочих дней вы проверяете", kk: "Неше жұмыс күнінде тексересіз",
                en: "Working days in which you review"), misfit: reviewProblem),
        // Reminders go out after 3 and 7 days, while the registration still waits.
        days(
            "asked_days", 8...90, standard: 30,
            Phrase(
                ru: "Сколько дней ждать недостающее", kk: "Жетіспейтінін неше күн күтесіз",
                en: "Days to wait for what was asked for")),
        days(
            "scan_days", 1...365, standard: 30,
            Phrase(
                ru: "Сколько дней хранить сканы после решения", kk: "Шешімнен кейін көшірмелер неше күн сақталады",
                en: "Days to keep scans after the decision")),
    ]

    /// Who works alone waits a day before an objection, which must be decided within the term of the review.
    @Sendable private static func reviewProblem(_ text: String, _ answers: EnvironmentFile) -> Phrase? {
        answers["alone"] == "yes" && Int(text) == 1 ? .policyAloneReview : nil
    }

    private static func days(
        _ id: String, _ range: ClosedRange<Int>, standard: Int, _ text: Phrase,
        misfit: @escaping @Sendable (String, EnvironmentFile) -> Phrase? = { _, _ in nil }
    ) -> Question {
        let (least, most) = (range.lowerBound, range.upperBound)
        return Question(
            id, text,
            hint: Phrase(
                ru: "От \(least) до \(most).", kk: "\(least)–\(most) аралығында.", en: "From \(least) to \(most)."),
            standard: "\(standard)",
            problem: { Int($0).map(range.contains) == true ? nil : .policyCount(least, most) }, misfit: misfit)
    }
}
