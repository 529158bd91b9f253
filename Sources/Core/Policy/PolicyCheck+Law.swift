import Primitives

extension PolicyCheck {
    /// What the law pack asks of every policy.
    func checkLaw(_ pack: LawPack) {
        checkRegions(pack)
        checkCarriers(pack)
        checkDeadlines(pack)
        checkNotices(pack)
        checkRetentions(pack)
        checkConsentTexts(pack)
        checkPromises(pack)
    }

    private func checkRegions(_ pack: LawPack) {
        if document.region != pack.region {
            error("the primary stores must be in \(pack.region)", at: "/region", article: pack.regionArticle)
        }
        for (index, recipient) in document.recipients.enumerated() where recipient.country != pack.region {
            let path = "/recipients[\(index)]"
            if recipient.kind == .hosting {
                error(
                    "recipient \(recipient.id) keeps the base outside \(pack.region)", at: path,
                    article: pack.regionArticle)
            } else if recipient.required {
                error(
                    "recipient \(recipient.id) is abroad and must be optional", at: path,
                    article: pack.crossBorderArticle)
            }
        }
    }

    /// Messages stop for whoever does not consent to a carrier that needs a consent.
    private func checkCarriers(_ pack: LawPack) {
        for (index, recipient) in document.recipients.enumerated() where [.mail, .sms].contains(recipient.kind) {
            let carries = recipient.purposes.contains { purpose in
                recipient.fields.contains {
                    document.recipient(recipient.kind, of: .field($0), for: purpose)?.id == recipient.id
                }
            }
            guard carries, !recipient.required || recipient.country != document.region else { continue }
            warning(
                "recipient \(recipient.id) carries messages and needs a consent; whoever gives none is sent codes only",
                at: "/recipients[\(index)]", article: pack.separateConsentArticle)
        }
    }

    /// What takes the notice of a transfer away must stand in the law (art. 19(2)).
    private func checkNotices(_ pack: LawPack) {
        for (index, recipient) in document.recipients.enumerated() {
            guard let id = recipient.noticeException, pack.noticeException(id) == nil else { continue }
            error(
                "recipient \(recipient.id): the law knows no exception \(id)", at: "/recipients[\(index)]",
                article: pack.duty("third_party_notice")?.article)
        }
    }

    private func checkDeadlines(_ pack: LawPack) {
        for (index, deadline) in document.deadlines.enumerated() {
            let path = "/deadlines[\(index)]"
            checkClause(deadline.clause, at: path)
            for language in Language.allCases {
                let words = document.clause(deadline.clause)?.text[language] ?? ""
                if !words.split(whereSeparator: { !$0.isNumber }).contains("\(deadline.amount)") {
                    error(
                        "clause \(deadline.clause) does not state \(deadline.amount) (\(deadline.id)) in \(language.rawValue)",
                        at: path)
                }
            }
            guard let duty = pack.duty(deadline.id) else { continue }
            let allowed =
                switch duty.limit {
                case .atMost: deadline.amount <= duty.amount
                case .atLeast: deadline.amount >= duty.amount
                }
            if !allowed || deadline.unit != duty.unit {
                let limit: DiagnosticMessage = duty.limit == .atMost ? "at most" : "at least"
                error(
                    """
                    \(deadline.id) is \(deadline.amount) \(deadline.unit.rawValue); the law allows \(limit) \
                    \(duty.amount) \(duty.unit.rawValue)
                    """, at: path, article: duty.article)
            }
        }
        for duty in pack.deadlines where duty.required && document.deadline(duty.id) == nil {
            error("the policy does not promise \(duty.id)", at: "/deadlines", article: duty.article)
        }
    }

    /// No consent made for an example of each kind of registrant leaves an item empty; what is empty for several is told once.
    private func checkConsentTexts(_ pack: LawPack) {
        let asked = document.consents.enumerated().flatMap { index, item in
            item.parts(in: document).map { (index, $0) }
        }
        for (index, item) in asked {
            for language in Language.allCases {
                var told: Set<ConsentText.Item> = []
                for registrant in document.registrants {
                    let empty = ConsentText.make(
                        document: document, item: item, number: 0, language: language, personName: "–", address: nil,
                        registrant: registrant
                    ).emptyItems
                    for content in pack.consentContents
                    where empty.contains(content.id) && told.insert(content.id).inserted {
                        let path = item.required ? content.id.source : "/consents[\(index)]"
                        if registrant == .person {
                            error(
                                "the consent \(item.id) says nothing under “\(content.id.rawValue)” in \(language.rawValue)",
                                at: path, article: content.article)
                        } else {
                            error(
                                """
                                the consent \(item.id) of \(registrant.rawValue) says nothing under \
                                “\(content.id.rawValue)” in \(language.rawValue)
                                """, at: path, article: content.article)
                        }
                    }
                }
            }
        }
    }

    /// Words that promise what the law does not allow.
    private func checkPromises(_ pack: LawPack) {
        for language in Language.allCases {
            guard let file = texts.files[language] else { continue }
            for clause in file.clauses {
                let words = clause.text.lowercased()
                for promise in pack.promises {
                    let says = promise.says[language] ?? []
                    let unless = promise.unless[language] ?? []
                    guard says.contains(where: words.contains), !unless.allSatisfy(words.contains) else { continue }
                    log.warning(
                        "clause \(clause.id): \(promise.message)", file: file.name, line: clause.line,
                        article: promise.article)
                }
            }
        }
    }
}

extension ConsentText.Item {
    /// The part of policy.yml that it is made from.
    fileprivate var source: String {
        switch self {
        case .operatorRecord, .subject: "/operator"
        case .term: "/consent_term"
        case .thirdParties, .crossBorder: "/recipients"
        case .publication: "/consents"
        case .data: "/fields"
        case .purposes: "/purposes"
        case .rights: "/deadlines"
        }
    }
}
