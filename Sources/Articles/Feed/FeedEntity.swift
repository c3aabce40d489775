import CLibXML2

/// An entity that stands for a text, as libxml2 has it: where it is asked for by name, the text is taken as it is.
@safe
final class FeedEntity {
    /// Where libxml2 finds it, as long as this object lives.
    let address: UnsafeMutablePointer<xmlEntity>

    /// Creates an entity.
    init(_ text: String) {
        let bytes = Array(text.utf8) + [0]
        let content = UnsafeMutablePointer<xmlChar>.allocate(capacity: bytes.count)
        unsafe content.initialize(from: bytes, count: bytes.count)
        unsafe address = UnsafeMutablePointer<xmlEntity>.allocate(capacity: 1)
        unsafe address.initialize(to: xmlEntity())
        unsafe address.pointee.type = XML_ENTITY_DECL
        unsafe address.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
        unsafe address.pointee.content = content
        unsafe address.pointee.length = Int32(bytes.count - 1)
    }

    deinit {
        unsafe address.pointee.content.deallocate()
        unsafe address.deallocate()
    }
}
