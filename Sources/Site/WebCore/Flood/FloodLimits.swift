/// How much one source may ask of the server: so much at once, and so much a minute from then on.
package struct FloodLimits: Sendable {
    /// Requests of any kind.
    package var pages = Rate(atOnce: 400, aMinute: 1_200)
    /// What costs the server or others much: beginning a registration, codes, passwords, uploads begun.
    package var costly = Rate(atOnce: 60, aMinute: 20)
    /// Of how many sources is remembered what they asked; the longest silent are forgotten first.
    package var sources = 20_000

    package init() {}

    package struct Rate: Sendable {
        package var atOnce: Int
        package var aMinute: Int

        package init(atOnce: Int, aMinute: Int) {
            self.atOnce = atOnce
            self.aMinute = aMinute
        }
    }
}
