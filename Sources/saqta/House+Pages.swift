import WebCore

extension House {
    /// The pages of persons and of staff.
    func addPages(to routes: SiteRoutes) {
    }
}
