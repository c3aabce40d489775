/// Who said it: the person or body to whom the text attributes a claim.
///
/// The outlet that printed it is the article's publisher; the article's own voice is a missing source.
public struct Source: Codable, Hashable, Sendable {
    /// The canonical name: "Russian Defence Ministry".
    public var name: String
    /// The words in the text: "Russia's defense ministry".
    public var text: String
    /// What kind of source it is.
    public var kind: SourceKind
    /// The country it speaks for or sits in, ISO 3166-1 alpha-2, where known.
    public var country: String?

    /// Creates a source.
    public init(name: String, text: String, kind: SourceKind, country: String? = nil) {
        self.name = name
        self.text = text
        self.kind = kind
        self.country = country
    }
}

/// Kinds of sources (taxonomy, section 6).
public enum SourceKind: String, CaseIterable, Sendable {
    case belligerentMilitary = "belligerent_military"
    case belligerentGovernment = "belligerent_government"
    case localAuthority = "local_authority"
    case emergencyService = "emergency_service"
    case policeProsecutor = "police_prosecutor"
    case hospital
    case stateMedia = "state_media"
    case newsAgency = "news_agency"
    case nationalMedia = "national_media"
    case localMedia = "local_media"
    case militaryBlogger = "military_blogger"
    case osintGroup = "osint_group"
    case socialMedia = "social_media"
    case witness, ngo
    case igoUN = "igo_un"
    case foreignGovernment = "foreign_government"
    case intelligence, analyst
    case companyUtility = "company_utility"
    case unnamed, narrator
}

/// Where a claim stands (taxonomy, section 1).
public enum ClaimStatus: String, CaseIterable, Sendable {
    /// The doer or both sides say so.
    case confirmed
    /// A third party states it as fact.
    case reported
    /// One party says it of itself or of the other.
    case claimed
    /// Hedged: reportedly, preliminary, said to.
    case alleged
    /// Denied by the other side.
    case denied
    /// The outlet says it could not check.
    case unverified
}
