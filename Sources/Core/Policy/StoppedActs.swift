/// What a role may do no longer for one purpose, once a clause is void.
package struct StoppedActs: Hashable, Sendable {
    package let place: Place
    package let acts: [Act]
    /// To which data; with ``Datum/record`` among them nothing of it is left.
    package let data: Set<Datum>

    package struct Place: Hashable, Sendable {
        package let role: RoleID
        package let purpose: PurposeID
    }
}
