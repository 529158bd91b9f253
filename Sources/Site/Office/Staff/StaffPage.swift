import Markup
import Permits
import Policy
import Primitives
import Staffing
import WebCore

/// Who works here, in which roles; names only once they were asked for.
struct StaffPage {
    let members: [StaffRow]
    let names: [SubjectID: PersonalData<String>]
    let own: SubjectID
    let policy: PolicyDocument
    /// One person works here alone, and does both halves of acts of two.
    let isSingleHanded: Bool
    /// The roles that can be given.
    let roles: [Role]
    let pseudonym: (SubjectID) -> String
    let form: Form
    let token: FormToken

    var content: HTML {
        group {
            errorSummary(form)
            div(.class("queue-head")) {
                h1 { Phrase.officeStaffTitle }
                if names.isEmpty {
                    postForm(to: .staffNames, token: token) {
                        submitButton(.officeShowNames, .secondary)
                    }
                }
            }
            p(.class("muted")) { Phrase.officeShowNamesHint }
            alone
            dataTable(
                .officeStaffCaption,
                [
                    Column(.officeMember), Column(.officeRoles), Column(.officeState), Column(.officeSince),
                    Column(.officeActions, isPlain: true),
                ],
                rows: members.map(line))
            section(.class("card"), .ariaLabelledBy("invite-title")) {
                h2(.id("invite-title")) { Phrase.officeInviteTitle }
                postForm(to: .invite, token: token) {
                    checkboxes(
                        StaffController.roles, .officeInviteRoles, in: form,
                        roles.map { Choice($0.id.rawValue, $0.title) })
                    actions { submitButton(.officeInvite) }
                }
            }
        }
    }

    /// What it means that one person works here, or that only one can review.
    private var alone: HTML {
        if isSingleHanded, let waits = policy.terms.singleHanded {
            return panel(.notice, .officeAlone) {
                p {
                    Phrase.officeAloneMeans(
                        objection: .term(waits.objection.span), publication: .term(waits.publication.span))
                }
                p { Phrase.officeAloneEnds }
            }
        }
        let reviewers = members.count { $0.state == .active && $0.roles.contains(.reviewer) }
        return reviewers == 1
            ? panel(.warning, .officeSecondReviewer) { p { Phrase.officeSecondReviewerWhy } } : .empty
    }

    private func line(_ member: StaffRow) -> [HTML] {
        [
            group {
                if let name = names[member.subject] {
                    strong { name.reveal() }
                    " "
                }
                code { pseudonym(member.subject) }
                if member.subject == own {
                    " "
                    statusTag(.officeYou, .neutral)
                }
            },
            span(.class("marks")) {
                for role in member.roles { statusTag(title(role), .neutral) }
                if member.roles.isEmpty { span(.class("muted")) { Phrase.officeNoRoles } }
            },
            state(member), .text(.date(Day(of: member.createdAt, hoursEast: 5))),
            member.state == .ended ? .empty : changes(member),
        ]
    }

    private func state(_ member: StaffRow) -> HTML {
        switch member.state {
        case .enrolled: statusTag(.officeStateEnrolled, .due)
        case .active: statusTag(.officeStateActive, .good)
        case .ended: statusTag(.officeStateEnded, .neutral)
        }
    }

    private func title(_ role: RoleID) -> Phrase {
        roles.first { $0.id == role }?.title ?? .invariable(role.rawValue)
    }

    private func changes(_ member: StaffRow) -> HTML {
        let missing = roles.filter { !member.roles.contains($0.id) }
        return details(.class("manage")) {
            summary {
                Phrase.officeManage
                span(.class("visually-hidden")) { ": \(pseudonym(member.subject))" }
            }
            div(.class("flow")) {
                if !missing.isEmpty { give(missing, to: member) }
                for role in member.roles {
                    act(.revokeRole, member, .officeTakeRole(title(role)), role: role)
                }
                act(.resetFactor, member, .officeResetFactor)
                act(.endAccess, member, .officeEndAccess)
            }
        }
    }

    private func give(_ missing: [Role], to member: StaffRow) -> HTML {
        let name = FieldName("role-\(pseudonym(member.subject))")
        return postForm(to: .grantRole, token: token) {
            input(.type(.hidden), .name(StaffController.person.text), .value(member.subject.description))
            label(.for(name.controlID)) { Phrase.officeRole }
            select([.id(name.controlID), .name(StaffController.role.text)]) {
                for role in missing { option(.value(role.id.rawValue)) { role.title } }
            }
            submitButton(.officeGiveRole, .secondary)
        }
    }

    private func act(_ path: SitePath, _ member: StaffRow, _ words: Phrase, role: RoleID? = nil) -> HTML {
        postForm(to: path, token: token) {
            input(.type(.hidden), .name(StaffController.person.text), .value(member.subject.description))
            if let role { input(.type(.hidden), .name(StaffController.role.text), .value(role.rawValue)) }
            button(.type(.submit), .class("link-button")) { words }
        }
    }
}
