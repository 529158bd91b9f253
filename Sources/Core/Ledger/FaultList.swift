/// What does not fit, the first first; where very much does not, the rest is counted only.
struct FaultList {
    private(set) var count = 0
    private var first: [String] = []
    private let most = 1_000

    var isEmpty: Bool { count == 0 }

    mutating func append(_ fault: String) {
        count += 1
        if first.count < most { first.append(fault) }
    }

    mutating func append(_ others: FaultList) {
        first.append(contentsOf: others.first.prefix(max(0, most - first.count)))
        count += others.count
    }

    static func += (list: inout FaultList, faults: [String]) {
        for fault in faults { list.append(fault) }
    }

    var told: [String] { count > first.count ? first + ["and \(count - first.count) faults more"] : first }
}
