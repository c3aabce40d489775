import Datasets
import DatelineCore
import TestSupport
import Testing

@Suite struct DatasetReaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let ucdpHeader = """
        id,type_of_violence,side_a,side_b,source_article,source_office,source_headline,source_original,where_prec,\
        where_coordinates,where_description,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end,\
        deaths_a,deaths_b,deaths_civilians,best,high,low

        """

    @Test func `a row of UCDP GED is read as its codebook says`() throws {
        let row = #"""
            41.0,1.0,Government of Ruritania,RLF,"""Coast Wire,2001-05-04,Four die at the bridge""",Coast Wire;Hill Post,\#
            Four die at the bridge,army statement; police,2.0,Strelsau town,"outside Strelsau, by the bridge",\#
            Strelsau province,,47.5,-8.25,Syria,1.0,2001-05-03 00:00:00.000,2001-05-03 00:00:00.000,1,2,1,4,6,3

            """#
        let (events, rejections) = try read(.named("ucdp-ged"), Self.ucdpHeader + row, in: folder)
        #expect(rejections == [])
        let event = try #require(events.first)
        #expect(event.id == "41" && !event.event.idIsContent)
        #expect(event.event.type == .battleClash && event.event.status == .reported)
        #expect(event.date == "2001-05-03 D")
        let place = Place(
            name: "Strelsau town",
            text: "Strelsau town",
            level: .near,
            admin1: "Strelsau province",
            country: "SY",
            latitude: 47.5,
            longitude: -8.25
        )
        #expect(event.place == place)
        #expect(event.event.placeText.count == 31)
        #expect(event.source == Source(name: "army statement", text: "army statement", kind: .belligerentMilitary))
        #expect(event.otherSources.map(\.name) == ["police"])
        #expect(event.publisher == "Coast Wire")
        #expect(event.actor == "Government of Ruritania" && event.target == "RLF")
        #expect(event.title == "Four die at the bridge")
        #expect(event.note == "\"Coast Wire,2001-05-04,Four die at the bridge\"")
        #expect(
            event.counts == [
                "killed person 4 3-6 between", "killed civilian 1 1-1 exact of civilian part",
                "killed person 1 1-1 exact of military part", "killed person 2 2-2 exact of military part",
            ]
        )
    }

    @Test(arguments: [
        ("1", "986083200.0", "986083200.0", "2001-04-01 D"),
        ("2", "2001-05-03", "2001-05-06", "2001-05-03/2001-05-06 R"),
        ("3", "2001-05-07", "2001-05-13", "2001-05-07/2001-05-13 W"),
        ("4", "2001-05-01", "2001-05-31", "2001-05-01/2001-05-31 M"),
        ("5", "2001-01-01", "2001-12-31", "2001-01-01/2001-12-31 Y"),
        ("1", "2001-05-03", "2001-05-04", "2001-05-03/2001-05-04 R"),
    ])
    func `dates of UCDP have their precision`(code: String, start: String, end: String, span: String) throws {
        let row = "1,3,a,Civilians,,,,,6,Syria,,,,35,38,Syria,\(code),\(start),\(end),0,0,0,0,0,0\n"
        let (events, _) = try read(.named("ucdp-ged"), Self.ucdpHeader + row, in: folder)
        #expect(events.map(\.date) == [span])
        #expect(events.first?.counts == ["killed person 0 0-0 none"])
        #expect(events.first?.event.type == .attack)
        #expect(events.first?.place?.level == .country && events.first?.place?.admin1 == nil)
    }

    @Test func `figures that contradict one another make a range that holds them all`() throws {
        let row = "1,1,a,b,,,,,1,x,,,,35,38,Syria,1,2001-05-03,2001-05-03,0,0,0,18,17,18\n"
        let (events, _) = try read(.named("ucdp-ged"), Self.ucdpHeader + row, in: folder)
        #expect(events.first?.counts == ["killed person 18 17-18 between"])
    }

    @Test func `rows that cannot be read are named and the rest goes on`() throws {
        let good = "1,1,a,b,,,,,1,x,,,,35,38,Syria,1,2001-05-03,2001-05-03,0,0,0,1,1,1\n"
        let text = [
            good, good.replacing("35,38", with: "95,38"), good.replacing("35,38", with: "35,"),
            good.replacing("Syria", with: "Zenda"), good.replacing("2001-05-03,0", with: "2001-02-30,0"),
            good.replacing("2001-05-03,2001-05-03", with: "2001-05-03,2001-05-02"),
            good.replacing("1,1,a", with: "1,7,a"), good.replacing("0,1,1,1", with: "0,one,1,1"), "1,2\n", good,
        ]
        let (events, rejections) = try read(.named("ucdp-ged"), Self.ucdpHeader + text.joined(), in: folder)
        #expect(events.count == 2)
        #expect(
            rejections == [
                "line 3: latitude \"95\" is no number from -90 to 90",
                "line 4: only one of latitude and longitude is given",
                "line 5: there is no country \"Zenda\"", "line 6: \"2001-02-30\" is no day",
                "line 7: the end 2001-05-02 is before the start 2001-05-03",
                "line 8: there is no type of event \"7\"; there are 1, 2, 3",
                "line 9: best \"one\" is no number", "line 10: 2 fields, the header has 25",
            ]
        )
    }

    @Test func `a row of ACLED stands for the week or month of its day`() throws {
        let header = """
            event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,iso,country,admin1,admin2,\
            location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities

            """
        func row(_ date: String, _ precision: Int, _ type: String, _ deaths: Int) -> String {
            "RUR1,\(date),\(precision),x,\(type),Army of Ruritania,Civilians (Ruritania),760,Syria,North,,Strelsau,47.5,"
                + "-8.25,2,Hill Post; Reuters,National,\"On 8 May, men fired.\",\(deaths)\n"
        }
        let text =
            header + row("08 May 2001", 1, "Attack", 0) + row("2001-05-16", 2, "Air/drone strike", 3)
            + row("16-May-01", 3, "Grenade", 1) + row("2001-05-16", 1, "Peaceful protest", 0)
        let (events, rejections) = try read(.named("acled"), text, in: folder)
        #expect(events.map(\.date) == ["2001-05-08 D", "2001-05-13/2001-05-19 W", "2001-05-01/2001-05-31 M"])
        #expect(events.map(\.event.type) == [.attackDirect, .attack, .attackExplosive])
        #expect(events.map(\.weapons) == [[], [], [Weapon(code: "grenade", text: "grenade")]])
        #expect(
            events.flatMap(\.counts) == [
                "killed person 0 0-0 none", "killed person 3 3-3 exact", "killed person 1 1-1 exact",
            ]
        )
        let first = try #require(events.first)
        #expect(first.place?.level == .near && first.place?.country == "SY")
        #expect(first.source == Source(name: "Hill Post", text: "Hill Post", kind: .unnamed))
        #expect(first.otherSources.map(\.kind) == [.newsAgency])
        #expect(first.note == "On 8 May, men fired.")
        #expect(rejections == ["line 5: sub_event_type \"Peaceful protest\": a protest is no event of the taxonomy"])
    }

    @Test func `a row of Cen4infoRes takes its day from the title where it has none`() throws {
        let text = """
            entry,date,event_group,title,brief description,lat,lon,country,province,district,town/city,arms/munition,\
            violence level,link,geolocation
            X1,,Munitions,03/04/2022 A rocket in a field,A rocket,50.1,30.2,ukrain,Kyiv Oblast,,Testivka,9M55K Smerch,2,\
            https://example.org/a,
            ,2022-04-04,Russian Military Presence April 2022,04/04/2022 A column,A column,54,27,Belaurs,,,,BTR-80,1,hidden,\
            https://example.org/b
            X3,2022-04-04,Other,04/04/2022 A flag,A flag,50,30,Ukraine,,,,,1,,

            """
        let (events, rejections) = try read(.named("cen4infores"), text, in: folder)
        #expect(events.map(\.date) == ["2022-04-03 D", "2022-04-04 D"])
        #expect(events.map(\.id.count) == [2, 32])
        #expect(events.map(\.event.idIsContent) == [false, true])
        #expect(events.map(\.event.type) == [.attack, .postureMobilisation])
        #expect(events.map(\.weapons) == [[Weapon(code: "rocket.mlrs", text: "9M55K Smerch")], []])
        #expect(events.map(\.place?.name) == ["Testivka", "BY"].map { $0 == "BY" ? "Belaurs" : $0 })
        #expect(events.map(\.place?.country) == ["UA", "BY"])
        #expect(events.map(\.url) == ["https://example.org/a", ""])
        #expect(events.first?.source?.kind == .osintGroup)
        #expect(rejections == ["line 4: event_group \"Other\": what happened is told by the title alone"])
    }

    @Test func `a wave of missiles has its night, its places, its weapons and their units`() throws {
        let text = """
            time_start,time_end,model,launch_place,target,carrier,launched,destroyed,not_reach_goal,destroyed_details,source
            2031-03-01 19:00,2031-03-02 06:00,Shahed-136/131,A,Testiv oblast and south,,12.0,0,3.0,"{'x': NaN}",kpszsu/posts/1
            2031-03-01,2031-03-01,Orlan-10,,"Poltava oblast, Myrhorod Raion",,,2,,,https://t.me/kpszsu/2
            2031-03-01,2031-03-01,ZALA,,east,,1.0,0,,,pvkshid/posts/4
            2031-03-01 01:00,2031-03-01 06:00,X-22 and KAB,,Kursk oblast,,5,4,,,watch/?v=3

            """
        let (events, rejections) = try read(.named("missile-attacks"), text, in: folder)
        #expect(rejections == [])
        #expect(events.map(\.date) == ["2031-03-01/2031-03-02 N", "2031-03-01 D", "2031-03-01 D", "2031-03-01 P"])
        #expect(events.map(\.event.type) == [.attackLaunch, .interceptionAirDefence, .attackLaunch, .attackLaunch])
        #expect(
            events.map(\.counts) == [
                ["launched drone 12 12-12 exact", "intercepted drone 0 0-0 none", "missed drone 3 3-3 exact"],
                ["intercepted drone 2 2-2 exact"],
                ["launched drone 1 1-1 exact", "intercepted drone 0 0-0 none"],
                ["launched munition 5 5-5 exact", "intercepted munition 4 4-4 exact"],
            ]
        )
        #expect(events.map(\.actor) == ["Russia", "Ukraine", "Russia", "Russia"])
        #expect(events[0].place?.name == "Testiv oblast" && events[0].place?.admin1 == "Testiv oblast")
        #expect(events[0].otherPlaces.map(\.name) == ["southern Ukraine"])
        #expect(events[1].place?.level == .admin2 && events[1].place?.admin1 == "Poltava Oblast")
        #expect(events.map(\.place?.country) == ["UA", "UA", "UA", "RU"])
        #expect(events[3].weapons.map(\.code) == ["missile.cruise.kh22", "bomb.glide"])
        #expect(events.map(\.source?.name) == ["Ukrainian Air Force", "Ukrainian Air Force", "Air Command East", nil])
        #expect(events.allSatisfy { $0.event.status == .claimed })
        #expect(
            events.map(\.url) == [
                "https://www.facebook.com/kpszsu/posts/1", "https://t.me/kpszsu/2",
                "https://www.facebook.com/pvkshid/posts/4", "https://www.facebook.com/watch/?v=3",
            ]
        )
        #expect(events[1].id == "2031-03-01|2031-03-01|Orlan-10||Poltava oblast, Myrhorod Raion||https://t.me/kpszsu/2")
    }

    @Test func `equal values are kept once`() throws {
        let good = "1,1,a,b,,,,,1,x,,,,35,38,Syria,1,2001-05-03,2001-05-03,0,0,0,1,1,1\n"
        let rows = (0..<3000).map { good.replacing("35,38", with: "35,\($0 % 1500)e-1") }
        let path = try folder.write("x.csv", text: Self.ucdpHeader + rows.joined())
        let reader = try DatasetReader(.named("ucdp-ged"), fileAt: path)
        var places: [Int?] = []
        while let row = try reader.next() { places.append(try row.get().place) }
        #expect(places == (0..<3000).map { $0 % 1500 })
        #expect(reader.places.count == 1500 && reader.parties == ["a", "b"])
        #expect(reader.places[7].longitude == 0.7)
        #expect(reader.notes == [])
    }
}
