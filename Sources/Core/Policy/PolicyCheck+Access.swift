import Primitives

extension PolicyCheck {
    /// Every purpose stands on consent that is asked for once, or on an article of law.
    func checkPurposes() {
        checkUnique(document.purposes.map(\.id), in: "purposes", called: "purpose")
        for (index, purpose) in document.purposes.enumerated() {
            let path = "/purposes[\(index)]"
            checkClause(purpose.clause, at: path)
            let items = document.consents.filter { $0.kind == .purposes && $0.purposes.contains(purpose.id) }
            switch purpose.ground {
            case .law:
                if purpose.article == nil {
                    error("purpose \(purpose.id) rests on the law but names no article", at: path)
                }
                if !items.isEmpty { error("purpose \(purpose.id) rests on the law and needs no consent", at: path) }
            case .consent:
                if items.count != 1 {
                    error("purpose \(purpose.id) must stand in one consent item, not \(items.count)", at: path)
                }
                if items.contains(where: { $0.required != purpose.required }) {
                    let word: DiagnosticMessage = purpose.required ? "required" : "optional"
                    error(
                        "purpose \(purpose.id) is \(word), its consent is not", at: path,
                        article: lawPack?.separateConsentArticle)
                }
            }
        }
    }

    func checkConsents() {
        checkUnique(document.consents.map(\.id), in: "consents", called: "consent")
        let article = lawPack?.separateConsentArticle
        for (index, item) in document.consents.enumerated() {
            let path = "/consents[\(index)]"
            checkClause(item.clause, at: path)
            let name: DiagnosticMessage = "consent \(item.id)"
            if item.kind != .purposes, item.required {
                error("\(name) must be optional and stand alone", at: path, article: article)
            }
            if let channels = item.channels { checkChannels(channels, of: item, at: path) }
            if item.kind != .recipient {
                checkPurposes(item.purposes, of: name, at: path)
                checkReach(
                    fields: item.fields ?? [], documents: [], purposes: item.purposes, of: name, at: path)
            } else if !item.purposes.isEmpty || item.fields != nil {
                error("\(name) has the purposes and data of its recipient and names none", at: path)
            } else if item.recipient.flatMap(document.recipient)?.required != false {
                error("\(name) names no optional recipient", at: path)
            }
        }
        if document.consents.filter(\.required).count != 1 {
            error("exactly one consent must be required", at: "/consents")
        }
        let crosses = document.recipients.contains { $0.country != document.region }
        let publishes = document.fields.contains { $0.dataClass == .public }
        for (kind, isNeeded) in [(ConsentItem.Kind.crossBorder, crosses), (.publication, publishes)]
        where isNeeded && !document.consents.contains(where: { $0.kind == kind }) {
            error("there is no separate consent of kind \(kind.rawValue)", at: "/consents", article: article)
        }
    }

    /// Only what nobody needs to give is given channel by channel, and for data that reach the person.
    private func checkChannels(_ channels: [ConsentChannel], of item: ConsentItem, at path: String) {
        let name: DiagnosticMessage = "consent \(item.id)"
        if item.kind != .purposes || item.required {
            error("\(name) cannot be given channel by channel", at: path, article: lawPack?.separateConsentArticle)
        }
        if channels.isEmpty { error("\(name) names no channel", at: path) }
        if Set(channels).count < channels.count { error("\(name) names a channel twice", at: path) }
        for channel in Set(channels).sorted(by: { $0.rawValue < $1.rawValue }) {
            let field = document.field(code: channel.fieldCode)
            guard let field, field.purposes.contains(where: item.purposes.contains) else {
                error(
                    "\(name) has no data by which \(channel.rawValue) reaches a person", at: path,
                    article: lawPack?.consentArticle)
                continue
            }
        }
    }

    /// Every recipient is named with country, data and purpose.
    func checkRecipients() {
        checkUnique(document.recipients.map(\.id), in: "recipients", called: "recipient")
        for (index, recipient) in document.recipients.enumerated() {
            let path = "/recipients[\(index)]"
            let name: DiagnosticMessage = "recipient \(recipient.id)"
            if recipient.country.count != 2 || !recipient.country.allSatisfy({ ("A"..."Z").contains($0) }) {
                error("\(name) has no country", at: path, article: lawPack?.consentArticle)
            } else if !Phrase.isCountryNamed(recipient.country) {
                error(
                    "\(name): the country \(recipient.country) has no name here that a consent could print", at: path,
                    article: lawPack?.consentArticle)
            }
            if recipient.fields.isEmpty, recipient.documents.isEmpty {
                error("\(name) has no fields", at: path, article: lawPack?.consentArticle)
            }
            if let clause = recipient.clause { checkClause(clause, at: path) }
            checkPurposes(recipient.purposes, of: name, at: path)
            checkReach(
                fields: recipient.fields, documents: recipient.documents, purposes: recipient.purposes, of: name,
                at: path)
            let items = document.consents.filter { $0.recipient == recipient.id }
            if !recipient.required, items.count != 1 {
                error(
                    "\(name) is optional and needs one consent of its own", at: path,
                    article: lawPack?.separateConsentArticle)
            }
        }
    }

    /// No role reaches a datum that none of the purposes of its grant needs.
    func checkRoles() {
        checkUnique(document.roles.map(\.id), in: "roles", called: "role")
        for (index, role) in document.roles.enumerated() {
            checkClauses(of: role, at: "/roles[\(index)]")
            for (number, grant) in role.grants.enumerated() {
                let path = "/roles[\(index)]/grants[\(number)]"
                let name: DiagnosticMessage = "role \(role.id)"
                if grant.acts.isEmpty { error("a grant of \(name) has no act", at: path) }
                checkPurposes(grant.purposes, of: "a grant of \(name)", at: path)
                checkReach(
                    fields: grant.fields, documents: grant.documents, purposes: grant.purposes, of: name, at: path)
                if let clause = grant.clause { checkClause(clause, at: path) }
                if role.kind == .system, grant.acts.contains(.decide) {
                    error(
                        "\(name) is a machine and must not decide", at: path, article: lawPack?.automatedDecisionArticle
                    )
                }
            }
        }
    }

    /// The same act for the same purpose is never granted under two clauses: an entry names one.
    private func checkClauses(of role: Role, at path: String) {
        var clauses: [Act: [PurposeID: ClauseID?]] = [:]
        for (number, grant) in role.grants.enumerated() {
            for act in grant.acts {
                for purpose in grant.purposes {
                    if let before = clauses[act]?[purpose], before != grant.clause {
                        error(
                            "role \(role.id) is granted \(act.rawValue) for \(purpose) under two clauses",
                            at: "\(path)/grants[\(number)]")
                    }
                    clauses[act, default: [:]][purpose] = .some(grant.clause)
                }
            }
        }
    }
}
