import DatelineCore
import Testing

@Suite struct EventTypeTests {
    @Test(arguments: EventType.allCases) func `the root of a type is what stands before its dot`(type: EventType) {
        #expect(type.rawValue == type.root || type.rawValue.hasPrefix(type.root + "."))
        #expect(!type.root.contains("."))
    }
}
