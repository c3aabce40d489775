/// The closed classes of words that bound, open or fill the phrases of sources.
enum SourceWords {
    static let boundaries: WordSet = [
        ",", ";", ":", "\"", "(", ")", "–", "•", "|", "…", "[", "]", ".", "?", "!", "/", "that", "which", "who", "whom",
        "whose", "when", "while", "as", "but", "because", "if", "although", "though", "where", "before", "after",
        "since", "until", "so", "than", "what", "how", "whether",
    ]
    static let auxiliaries: WordSet = [
        "was", "were", "is", "are", "had", "has", "have", "been", "be", "being", "will", "would", "could", "can", "may",
        "might", "must", "should", "did", "does", "do", "not",
    ]
    /// Those that may stand between the subject and its verb.
    static let helpers: WordSet = ["has", "have", "had", "did", "does", "do", "is", "was", "were", "are"]
    static let adverbs: WordSet = [
        "also", "later", "earlier", "then", "now", "again", "still", "once", "since", "yesterday", "today", "tonight",
        "soon", "already", "meanwhile", "only", "more", "just", "first", "both", "all", "too", "even", "never",
        "however",
        "further", "therefore", "ago",
    ]
    static let openers: WordSet = [
        "and", "or", "but", "yet", "later", "earlier", "meanwhile", "there", "then", "now", "still", "however", "also",
        "only", "elsewhere", "yesterday", "today", "tonight", "soon", "afterwards", "-", "*", "both", "late", "early",
    ]
    static let prepositions: WordSet = [
        "in", "on", "at", "by", "from", "during", "over", "near", "across", "under", "within", "of", "to", "with",
        "for", "into", "towards", "toward", "around", "outside", "inside", "between", "about", "through", "up",
        "without", "following", "amid", "along",
    ]
    static let determiners: WordSet = [
        "the", "a", "an", "its", "his", "her", "their", "our", "some", "several", "two", "three", "four", "one",
        "another", "many", "local",
    ]
    static let pronouns: WordSet = ["he", "she", "it", "they"]
    static let particles: WordSet = [
        "al", "el", "bin", "ibn", "bint", "ben", "van", "von", "de", "da", "dos", "di", "del", "der", "ag", "ould",
        "abu",
        "u", "la", "ez", "ul", "ur", "y",
    ]
    static let times: WordSet = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar",
        "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "morning", "afternoon", "evening", "night",
        "week", "month", "year", "day", "midday", "noon", "midnight", "dawn", "dusk", "overnight", "weekend", "time",
        "late", "early", "earlier", "later", "yesterday", "today", "moment", "past", "hour", "hours", "days", "weeks",
    ]
    /// Where a statement was made.
    static let channels: WordSet = [
        "statement", "communique", "briefing", "telegram", "facebook", "x", "twitter", "post", "report", "update",
        "website", "channel", "interview", "press", "message", "letter", "bulletin", "video", "speech", "address",
        "conference", "social", "weibo", "instagram", "television", "summary", "note", "page", "broadcast",
    ]
    /// Words after which a phrase on the right is over.
    static let closers: WordSet = [
        "said", "says", "told", "during", "following", "without", "adding", "noting", "citing", "saying", "he", "she",
        "it", "they", "we", "there", "late", "early", "earlier", "later", "on", "by", "with", "to", "overnight",
        "against", "about", "yesterday", "today", "i", "speaking", "last", "this", "put", "puts", "show", "shows",
        "showed", "over",
    ]
    /// Nouns and names that only look like adverbs.
    static let nouns: WordSet = [
        "family", "assembly", "ally", "italy", "july", "rally", "supply", "sicily", "weekly", "daily", "elderly",
        "billy", "emily", "kelly",
    ]
    /// Words that bodies carry in their names, unlike persons.
    static let organisations: WordSet = [
        "administration", "agency", "airlines", "airport", "alliance", "army", "association", "authority", "bank",
        "battalion", "board", "brigade", "brigades", "bureau", "center", "centre", "channel", "city", "coalition",
        "command", "commission", "committee", "company", "congress", "corps", "council", "county", "court", "crescent",
        "cross", "defence", "defense", "department", "directorate", "district", "division", "embassy", "energy",
        "force",
        "forces", "foundation", "front", "fund", "government", "group", "guard", "guards", "headquarters", "hospital",
        "institute", "international", "journal", "lawyers", "matrix", "media", "ministry", "mission", "monitor",
        "movement", "nations", "network", "news", "oblast", "observatory", "office", "ombudsman", "organisation",
        "organization", "parliament", "party", "police", "post", "press", "program", "programme", "project", "province",
        "radio", "railways", "region", "rights", "secretariat", "service", "services", "society", "staff", "state",
        "television", "times", "tracker", "tv", "union", "unit", "university", "watch",
    ]
    /// Participles whose "by" names who gave the figures.
    static let releases: WordSet = [
        "announced", "cited", "compiled", "confirmed", "counted", "documented", "given", "issued", "monitored",
        "provided", "published", "quoted", "recorded", "released", "reported", "verified", "collected", "described",
    ]
    /// Nouns of "by the ministry's count".
    static let reckonings: WordSet = [
        "account", "count", "estimate", "estimates", "figures", "reckoning", "tally", "tallies", "toll",
    ]
    /// Verbs that name whom they speak to.
    static let addressing: WordSet = ["told", "tells", "tell", "informed", "reminded", "assured"]
    /// Nouns that stand for what somebody compiled: "figures released by X".
    static let findings: WordSet = [
        "figures", "data", "records", "statistics", "numbers", "reports", "report", "documents", "statement", "list",
        "count", "counts", "tally", "information",
    ]
}
