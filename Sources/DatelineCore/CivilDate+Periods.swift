extension CivilDate {
    /// The Monday of this date's week.
    public var monday: CivilDate {
        self - weekday.rawValue
    }

    /// The year and number of this date's week as ISO 8601 counts them: week 1 holds the year's first Thursday.
    public var week: (year: Int, number: Int) {
        let thursday = monday + 3
        let year = thursday.year
        let newYear = CivilDate(year: year, month: 1, day: 1) ?? thursday
        return (year, (thursday - newYear) / 7 + 1)
    }

    /// The quarter of the year, 1 to 4.
    public var quarter: Int {
        (month + 2) / 3
    }
}
