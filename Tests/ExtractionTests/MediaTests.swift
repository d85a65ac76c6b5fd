import Testing
import WebEvidence

@testable import Extraction

@Suite struct MediaTests {
    @Test func purposesOfForms() throws {
        let forms = try Fixture.page("contact-form.html").forms
        #expect(forms.map(\.purpose) == [.search, .login, .other, .message])
        let message = try #require(forms.last)
        #expect(message.fields.prefix(3) == ["ชื่อ-สกุล fullname", "เบอร์โทรศัพท์ tel", "รายละเอียดเรื่องร้องเรียน detail"])
        #expect(message.hasTextArea && message.hasFileField)
        #expect(message.submitLabel == "ส่งเรื่องร้องเรียน")
        #expect(message.method == "post")
        #expect(message.headings == ["ช่องทางแจ้งเรื่องร้องเรียนการทุจริต"])
        #expect(message.action?.text == "https://www.example.go.th/ita/complain.php")
    }

    @Test(arguments: [
        (
            "<form method=post><input name=a><input name=b><input name=c><button>ส่ง</button></form>",
            PageForm.Purpose.message
        ),
        ("<form action='mailto:x@go.th'><input name=a></form>", .message),
        ("<form method=get><input name=s></form>", .search),
        ("<form method=post><input name=y><input name=m><input name=d><button>ค้นหา</button></form>", .search),
        (
            "<form method=post><input type=radio name=v><input type=radio name=v><input type=submit value=โหวต></form>",
            .other
        ),
        ("<form method=post class=newsletter><input name=email></form>", .other),
        ("<form method=post id=commentform><textarea name=comment></textarea></form>", .other),
        ("<form method=post><input type=text name=user><input type=password name=p></form>", .login),
        ("<form><textarea name=q></textarea></form>", .message),
        ("<form method=post><textarea name=g-recaptcha-response></textarea></form>", .other),
    ])
    func formPurpose(markup: String, purpose: PageForm.Purpose) throws {
        #expect(try Fixture.document(markup).forms.map(\.purpose) == [purpose])
    }

    @Test(
        arguments: [
            ("<img src=a.jpg width=1 height=1>", []), ("<img src=new.gif width=28 height=11>", []),
            ("<img src=a.jpg width=120 height=150>", [120]), ("<img src=a.jpg style='width: 300px'>", [300]),
            ("<img src=a.jpg width='50%'>", [nil]), ("<img src='data:image/gif;base64,x'>", []),
            ("<img src='data:image/gif;base64,x' data-src=a.jpg>", [nil]), ("<img class=icon src=a.png>", []),
        ] as [(String, [Int?])])
    func picturesThatMayShowSomething(markup: String, widths: [Int?]) throws {
        #expect(try Fixture.document(markup).images.map(\.width) == widths)
    }

    @Test(arguments: [
        ("<iframe src='https://drive.google.com/file/d/1/preview' title='แผน'></iframe>", PageEmbed.Kind.iframe),
        ("<iframe data-src='v.html'></iframe>", .iframe), ("<embed src='a.pdf'>", .embed),
        ("<object data='a.pdf'>ดาวน์โหลด</object>", .object), ("<video><source src='a.mp4'></video>", .video),
    ])
    func embeds(markup: String, kind: PageEmbed.Kind) throws {
        let embeds = try Fixture.document(markup).embeds
        #expect(embeds.map(\.kind) == [kind])
        #expect(embeds[0].address != nil)
    }

    @Test(
        "what follows an element without an end is read",
        arguments: ["<embed src='a.pdf'>", "<picture><source srcset='a.webp'><img src='a.jpg' alt='ภาพ'></picture>"])
    func following(markup: String) throws {
        let document = try Fixture.document("<h2>หนึ่ง</h2>\(markup)<h2>สอง</h2><p><a href='b.pdf'>เปิด</a></p>")
        #expect(document.links.map(\.headings) == [["สอง"]])
    }

    @Test("a link around a picture with further sources is called as the picture is")
    func sources() throws {
        let links = try Fixture.document(
            "<a href='b.pdf'><picture><source srcset='a.webp'><img src='a.jpg' alt='O1 โครงสร้าง'></picture></a>"
        ).links
        #expect(links.map(\.text) == ["O1 โครงสร้าง"])
    }

    @Test func framesOfAFrameset() throws {
        let document = try Fixture.page("frameset.html")
        #expect(document.embeds.map(\.address?.path) == ["/ita/menu.html", "/ita/main.html"])
        #expect(document.embeds.map(\.kind) == [.frame, .frame])
        #expect(document.blocks.isEmpty)
        #expect(!document.needsScript)
    }

    @Test(
        arguments: [
            ("<meta http-equiv=refresh content='0;url=/home'>", "https://www.example.go.th/home"),
            ("<META HTTP-EQUIV='Refresh' CONTENT=\"5; URL='next.php'\">", "https://www.example.go.th/ita/next.php"),
            ("<noscript><meta http-equiv='refresh' content='1;url=x'></noscript>", "https://www.example.go.th/ita/x"),
            ("<meta http-equiv=refresh content='300;url=/home'>", nil), ("<meta http-equiv=refresh content='30'>", nil),
            ("<meta name=refresh content='0;url=/home'>", nil),
        ] as [(String, String?)])
    func metaRefresh(markup: String, target: String?) throws {
        #expect(try Fixture.document(markup).refreshTarget?.text == target)
    }

    @Test func machineDatesOfEverySource() throws {
        let body = try Fixture.bytes("wordpress-post.html")
        let document = extractedDocument(
            body: body, contentType: "text/html", lastModified: "Mon, 09 Jan 2023 03:00:00 GMT",
            address: try Fixture.address())
        #expect(
            document.machineDates.map(\.source) == [
                "header Last-Modified", "meta article:published_time", "json-ld datePublished", "json-ld dateModified",
                "time",
            ])
        #expect(document.machineDates.map(\.role) == [.file, .published, .published, .updated, .published])
    }

    @Test(arguments: [
        ("<meta name='DC.date' content='2566-01-01'>", MachineDate.Role.published),
        ("<meta property='og:updated_time' content='2023-01-01'>", .updated),
        ("<time datetime='2023-01-01'>x</time>", .other),
        ("<time class='updated' datetime='2023-01-01'>x</time>", .updated),
        ("<span itemprop='dateModified' content='2023-01-01'>x</span>", .updated),
        ("<script type='application/ld+json'>[{\"@type\":\"Event\",\"startDate\":\"2023-01-01\"}]</script>", .event),
    ])
    func machineDateRoles(markup: String, role: MachineDate.Role) throws {
        #expect(try Fixture.document(markup).machineDates.map(\.role) == [role])
    }

    @Test func brokenStructuredDataIsPassedOver() throws {
        let document = try Fixture.document("<script type='application/ld+json'>{broken</script><p>ก")
        #expect(document.machineDates.isEmpty)
        #expect(document.blocks.count == 1)
    }

    @Test(arguments: [
        ("react-shell.html", true), ("under-construction.html", false), ("empty-body.html", false),
        ("frameset.html", false),
        ("wordpress-post.html", false), ("meta-refresh.html", false),
    ])
    func applicationShellsNeedScript(page: String, expected: Bool) throws {
        #expect(try Fixture.page(page).needsScript == expected)
    }
}
