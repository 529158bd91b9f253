import Primitives

extension PolicyReader {
    func consent(_ item: YAMLItem) -> ConsentItem {
        ConsentItem(
            id: item.code("id"), kind: item.choice("kind", or: .purposes), clause: item.code("clause"),
            required: item.flag("required"),
            channels: item.optionalChoices("channels"), purposes: item.codes("purposes"),
            fields: item.optionalNumbers("fields"),
            recipient: item.optionalText("recipient").map { RecipientID($0) }, title: item.phrase("title"),
            statement: item.phrase("statement"))
    }

    func consentTerm(_ item: YAMLItem) -> ConsentTerm {
        ConsentTerm(atMost: item.term("at_most"), text: item.phrase("text"))
    }

    func recipient(_ item: YAMLItem) -> Recipient {
        Recipient(
            id: item.code("id"), kind: item.choice("kind", or: .partner), name: item.phrase("name"),
            clause: item.optionalText("clause").map { ClauseID($0) }, country: item.optionalText("country") ?? "",
            fields: item.numbers("fields"),
            documents: item.codes("documents"), purposes: item.codes("purposes"), required: item.flag("required"),
            notifyOnTransfer: item.optionalValue("notify_on_transfer") { ["true": true, "false": false][$0] },
            noticeException: item.optionalText("notice_exception"), reason: item.phrase("reason"))
    }

    func role(_ item: YAMLItem) -> Role {
        Role(
            id: item.code("id"), kind: item.choice("kind", or: .staff), title: item.phrase("title"),
            grants: item.items("grants", grant))
    }

    private func grant(_ item: YAMLItem) -> Grant {
        Grant(
            acts: item.choices("acts"), purposes: item.codes("purposes"), fields: item.numbers("fields"),
            documents: item.codes("documents"), clause: item.optionalText("clause").map { ClauseID($0) })
    }

    func terms(_ item: YAMLItem) -> Terms {
        Terms(
            draft: item.term("draft"), moreAsked: item.term("more_asked"),
            reminders: item.values("reminders", Term.init), review: item.optionalValue("review", WorkingTerm.init),
            endedScans: item.term("ended_scans"),
            objection: item.term("objection"), code: item.term("code"), codeTries: item.integer("code_tries"),
            codeResend: item.term("code_resend"), codesPerHour: item.integer("codes_per_hour"),
            invitation: item.term("invitation"), lease: item.term("lease"), undo: item.term("undo"),
            viewing: item.term("viewing"), session: item.term("session"), staffSession: item.term("staff_session"),
            receipt: nil,
            singleHanded: item.optionalItem("single_handed") {
                SingleHandedWaits(
                    objection: $0.term("objection"), publication: $0.term("publication"),
                    destruction: $0.optionalValue("destruction", Term.init),
                    assistance: $0.optionalValue("assistance", Term.init),
                    opening: $0.optionalValue("opening", Term.init))
            })
    }

    func limits(_ item: YAMLItem) -> UploadLimits {
        UploadLimits(
            photoBytes: item.integer("photo_megabytes") * 1_000_000,
            pdfBytes: item.integer("pdf_megabytes") * 1_000_000, pdfPages: item.integer("pdf_pages"),
            pixels: item.integer("megapixels") * 1_000_000, files: item.integer("files"),
            totalBytes: item.integer("total_megabytes") * 1_000_000)
    }

    func staffing(_ item: YAMLItem) -> Staffing {
        Staffing(
            singleHanded: item.optionalValue("mode") { StaffingMode(rawValue: $0) } == .single,
            secondFactor: item.flag("second_factor"),
            undertaking: item.phrase("undertaking"))
    }
}

/// How policy.yml says who runs the business; several persons where it does not say.
private enum StaffingMode: String { case single, several }
