import Policy
import Primitives
import WebCore

extension Phrase {
    /// What was done, as a sentence to the person whose data it was done with.
    ///
    /// - Parameters:
    ///   - who: the title of the role, for acts of staff.
    ///   - isOwn: the person did it.
    ///   - isMachine: an automatic actor did it.
    ///   - isDone: false for a consent that was withdrawn.
    static func history(_ act: Act, who: Phrase, isOwn: Bool, isMachine: Bool, isDone: Bool) -> Phrase {
        switch act {
        case .lookup where isMachine: .machineLookedUp
        case .register where !isOwn, .consent where !isOwn && isDone, .addContact where !isOwn,
            .confirmContact where !isOwn, .uploadDocument where !isOwn, .send where !isOwn:
            .staffActedForYou(who, actName(act))
        case .register: .didRegister
        case .withdrawConsent where !isOwn: .staffWithdrewConsent(who)
        case .consent, .withdrawConsent: isDone && act == .consent ? .didConsent : .didWithdrawConsent
        case .decline: .didDecline
        case .addContact: .didAddContact
        case .confirmContact: .didConfirmContact
        case .correctOwn: .didCorrect
        case .uploadDocument: .didUpload
        case .removeDocument: .didRemove
        case .send: .didSend
        case .withdrawRegistration: .didWithdraw
        case .readOwn: .didReadOwn
        case .readOwnDocument: .didReadDocument
        case .readOwnHistory: .didReadHistory
        case .takeReceipt: .didTakeReceipt
        case .acceptCorrection: .didAccept
        case .rejectCorrection: .didReject
        case .objection: .didObject
        case .applyAgain: .didApplyAgain
        case .request where isOwn: .didRequest
        case .withdrawRequest: .didWithdrawRequest
        case .takeCopy where isOwn: .didTakeCopy
        case .writeMessage: .didWriteMessage
        case .block where isOwn: .didBlock
        case .unblock where isOwn: .didUnblock
        case .represent: .didRepresent
        case .endRepresentation: .didEndRepresentation
        case .placeOrder: .didPlaceOrder
        case .withdrawOrder: .didWithdrawOrder
        case .signIn: .didSignIn
        case .setPassword: .didSetPassword
        case .renderDocument: .machineRendered
        case .readFromDocument: .machineRead
        case .hint: .machineHinted
        case .notify: .machineNotified
        case .remind: .machineReminded
        case .lapse: .machineLapsed
        case .recount: .machineRecounted
        case .expire: .machineExpired
        case .destroyDocument: .machineDestroyed
        case .destroyField: .machineDestroyedField
        case .releaseHold where isMachine: .machineReleasedHold
        case .archive: .machineArchived
        case .erase: .machineErased
        case .renewIndex: .machineRenewedIndex
        default: staff(act, who)
        }
    }

    private static func staff(_ act: Act, _ who: Phrase) -> Phrase {
        switch act {
        case .lookup: .staffLookedUp(who)
        case .openCase: .staffOpened(who)
        case .reveal: .staffRevealed(who)
        case .viewDocument: .staffViewed(who)
        case .decide: .staffDecided(who)
        case .undoDecision: .staffUndid(who)
        case .askMore: .staffAsked(who)
        case .proposeCorrection: .staffProposed(who)
        case .putAside: .staffPutAside(who)
        case .assist: .staffAssisted(who)
        case .seeOriginal: .staffSawOriginal(who)
        case .disclose: .staffDisclosed(who)
        case .passOn: .staffPassedOn(who)
        case .answerWithdrawal: .staffAnsweredWithdrawal(who)
        case .request: .staffEnteredRequest(who)
        case .openRequest: .staffOpenedRequest(who)
        case .identifyRequest: .staffIdentifiedRequest(who)
        case .prepareErasure: .staffPreparedErasure(who)
        case .prepareOpening: .staffAskedArchive(who)
        case .openArchive: .staffOpenedArchive(who)
        case .hold: .staffHeld(who)
        case .releaseHold: .staffReleasedHold(who)
        case .answerRequest: .staffAnswered(who)
        case .refuseRequest: .staffRefusedRequest(who)
        case .takeCopy: .staffTookCopy(who)
        case .block: .staffBlocked(who)
        case .unblock: .staffUnblocked(who)
        case .noteMessage: .staffNotedMessage(who)
        case .takeLetter: .staffTookLetter(who)
        case .takeThread: .staffTookThread(who)
        case .openThread: .staffOpenedThread(who)
        case .answerMessage: .staffAnsweredMessage(who)
        case .closeThread: .staffClosedThread(who)
        case .openOrder: .staffOpenedOrder(who)
        case .workOrder: .staffWorkedOrder(who)
        case .endService: .staffEndedService(who)
        case .sendMailing: .staffMailed(who)
        case .readHistory: .staffReadHistory(who)
        case .releaseStatistics: .staffCounted(who)
        default: .staffActed(who, act.rawValue)
        }
    }
}
