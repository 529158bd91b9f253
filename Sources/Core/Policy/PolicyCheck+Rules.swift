import Primitives

extension PolicyCheck {
    func checkFormat() {
        if document.schema != 1 { error("schema \(document.schema) is not known", at: "/schema") }
        if Set(document.languages) != Set(Language.allCases) {
            error("the policy must be in Russian, Kazakh and English", at: "/languages")
        }
        if document.summary.isEmpty { error("there is no summary", at: "/summary") }
        let record = document.operatorRecord
        let expected: KazakhIdentifier.Kind = record.kind == .soleProprietor ? .iin : .bin
        if KazakhIdentifier(record.iinOrBin)?.kind != expected {
            error("iin_or_bin is not a valid \(expected.rawValue.uppercased())", at: "/operator/iin_or_bin")
        }
        for key in record.toBeSet {
            let recipient = document.recipients.firstIndex { $0.id.rawValue == key }
            let name: DiagnosticMessage = recipient == nil ? "operator.\(key)" : "recipient \(key)"
            let path = recipient.map { "/recipients[\($0)]" } ?? "/operator/\(key)"
            warning("\(name) is a placeholder; the server stays in demo mode until it is set", at: path)
        }
    }

    /// Contacts, terms, limits and reasons make sense together.
    func checkRules() {
        let rule = document.contacts
        for number in rule.asked where document.field(number)?.source != .form {
            error("field \(number) is not one that a form asks", at: "/contacts/asked")
        }
        if !(1...max(1, rule.asked.count)).contains(rule.confirmAtLeast) {
            error("confirm_at_least must be from 1 to \(rule.asked.count)", at: "/contacts/confirm_at_least")
        }
        for reminder in document.terms.reminders where reminder >= document.terms.moreAsked {
            error("a reminder after \(reminder) comes when the registration has lapsed", at: "/terms/reminders")
        }
        let terms = document.terms
        if terms.viewing > terms.lease {
            error("a viewing of \(terms.viewing) outlasts the lease of \(terms.lease)", at: "/terms/viewing")
        }
        if terms.review == nil { error("there is no term for the review", at: "/terms") }
        if !(1...10).contains(terms.codeTries) { error("code_tries must be from 1 to 10", at: "/terms/code_tries") }
        if !(1...60).contains(terms.codesPerHour) {
            error("codes_per_hour must be from 1 to 60", at: "/terms/codes_per_hour")
        }
        let limits = document.limits
        let counts = [
            limits.photoBytes, limits.pdfBytes, limits.pdfPages, limits.pixels, limits.files, limits.totalBytes,
        ]
        if counts.contains(where: { $0 < 1 }) { error("every limit must be at least 1", at: "/limits") }
        if max(limits.photoBytes, limits.pdfBytes) > limits.totalBytes {
            error("one file may not be larger than all files together", at: "/limits/total_megabytes")
        }
        checkUnique(document.reasons.map(\.id), in: "reasons", called: "reason")
        for use in Reason.Use.allCases where !document.reasons.contains(where: { $0.use == use }) {
            error("there is no reason to \(use.rawValue)", at: "/reasons")
        }
        checkUnique(document.deadlines.map(\.id), in: "deadlines", called: "deadline")
        if !document.staffing.secondFactor {
            warning("staff sign in without a second factor", at: "/staffing/second_factor")
        }
        checkSingleHanded()
    }

    /// One person alone waits before the second half of an act of two, and is done within what is promised.
    private func checkSingleHanded() {
        guard document.staffing.singleHanded else { return }
        guard let waits = document.terms.singleHanded else {
            return error("one person needs waiting times under terms, single_handed", at: "/staffing/mode")
        }
        // Working days follow each other no faster than days, so what is shorter than so many days fits any calendar.
        if let review = document.terms.review, waits.objection >= Term(seconds: review.days * 86_400) {
            error(
                "a wait of \(waits.objection) leaves no time to decide an objection within \(review)",
                at: "/terms/single_handed/objection")
        }
    }
}
