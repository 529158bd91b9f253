import Policy

extension Act {
    /// Whether the act goes on while a person's data are blocked, which stops collection, change, use and transfer, and
    /// destruction too (Law 94-V, art. 1(3)).
    ///
    /// The person may still see what is theirs. Of the rest only what rests on a law and not on consent goes on, as the
    /// answers to the person's requests and the protection of the data, and of that nothing that destroys.
    func goesOnWhileBlocked(on basis: Basis, isOwn: Bool) -> Bool {
        if isOwn, isReading { return true }
        if case .consent = basis { return false }
        return !destroys
    }

    /// Whether the act goes on when the purposes have ended and only the archive is left: to open it, to keep it from
    /// destruction or to destroy that too.
    var reachesArchive: Bool {
        [.prepareOpening, .openArchive, .hold, .releaseHold, .expire, .erase].contains(self)
    }

    private var isReading: Bool {
        switch self {
        case .readOwn, .readOwnDocument, .readOwnHistory, .takeReceipt, .takeCopy: true
        default: false
        }
    }

    /// Whether something of a person is no more after it: refused while their data are held (``Hold``).
    var destroys: Bool {
        switch self {
        case .decline, .withdrawRegistration, .removeDocument, .lapse, .expire, .destroyDocument, .destroyField, .erase:
            true
        // To depersonalise is named beside to destroy.
        case .releaseStatistics: true
        default: false
        }
    }
}
