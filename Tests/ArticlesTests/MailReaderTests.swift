import Articles
import DatelineCore
import TestSupport
import Testing

@Suite struct MailReaderTests {
    private static let letter = """
        Received: from mail.example.org by mx.example.net; Sun, 11 Aug 2024 07:00:01 +0000
        From: =?utf-8?Q?River_Post_=E2=80=93_Daily?= <news@example.org>
        To: reader@example.net
        Subject: =?windows-1251?B?0fPs+w==?=
         =?utf-8?q?_under_fire?= again
        Date: Sun, 11 Aug 2024 06:30:00 +0300 (EEST)
        Message-ID: <a81c@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="=_b1"

        This is a message in MIME format.
        --=_b1
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Shelling killed two people in Sumy =E2=80=93 the governor=
         said.

        --=_b1
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHA+U2hlbGxpbmcga2lsbGVkIHR3byBwZW9wbGUuPC9wPg==
        --=_b1--

        """

    @Test(arguments: ["\n", "\r\n"])
    func `a message is an article by its sender, subject and date`(lineEnd: String) throws {
        let found = try Reading("letter.eml", MailReaderTests.letter.replacing("\n", with: lineEnd))
        #expect(
            found.articles == [
                Article(
                    path: "letter.eml",
                    publisher: "River Post – Daily",
                    published: CivilDate(year: 2024, month: 8, day: 11),
                    title: "Сумы under fire again",
                    body: "Shelling killed two people in Sumy – the governor said."
                )
            ]
        )
        #expect(found.faults.isEmpty)
        #expect(found.notes.isEmpty)
    }

    @Test func `a mailbox holds many, and a marked line is no beginning`() throws {
        let found = try Reading(
            "news.mbox",
            """
            From news@example.org Sun Aug 11 06:30:00 2024
            \(MailReaderTests.letter)
            From news@example.org Mon Aug 12 06:30:00 2024
            From: <hill@example.org>
            Subject: Hills
            Date: Mon, 12 Aug 2024 06:30:00 GMT
            Content-Type: text/html; charset=windows-1252

            <p>Two died.</p>

            >From Kherson, three fled.

            """
        )
        #expect(found.articles.map(\.path) == ["news.mbox#a81c@example.org", "news.mbox:2"])
        #expect(found.articles.map(\.publisher) == ["River Post – Daily", "hill@example.org"])
        #expect(found.articles.last?.body == "Two died.\n\nFrom Kherson, three fled.")
    }

    @Test func `mail is known without its name`() throws {
        #expect(try Reading("letter", MailReaderTests.letter).articles.map(\.title) == ["Сумы under fire again"])
        let mailbox = "From a@example.org Sun Aug 11 06:30:00 2024\n" + MailReaderTests.letter
        #expect(try Reading("mailbox", mailbox).articles.map(\.title) == ["Сумы under fire again"])
        #expect(try Reading("text", "From Kherson, three fled.\n").articles.map(\.path) == ["text"])
    }

    @Test func `an attachment is no text, and parts without end are read to a depth`() throws {
        let attached = "Subject: A\nContent-Type: application/pdf\nContent-Disposition: attachment\n\nJVBERi0=\n"
        #expect(try Reading("a.eml", attached).faults == ["a.eml: empty: the message holds no text"])
        let deep = (0..<5000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        #expect(try Reading("a.eml", deep).faults == ["a.eml: empty: the message holds no text"])
    }
}
