import Rendering
import Testing

@testable import Picturing

/// What poppler and tesseract say of the words of a page.
@Suite struct FilePageWordsTests {
    @Test func wordsComeWithTheirBoxesLineByLine() {
        let words = FilePageWords(
            tsv: """
                level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
                1\t1\t0\t0\t0\t0\t0.0\t0.0\t612.0\t792.0\t-1\t###PAGE###
                4\t1\t0\t0\t0\t0\t24\t14\t72\t11\t-1\t###LINE###
                5\t1\t0\t0\t0\t0\t24.5\t14.7\t35.5\t10.9\t100\tแผน
                5\t1\t0\t0\t0\t1\t61.6\t14.7\t20.4\t10.9\t100\tพัฒนา
                4\t1\t0\t0\t0\t0\t24\t34\t72\t11\t-1\t###LINE###
                5\t1\t0\t0\t0\t0\t24.5\t34.7\t35.5\t10.9\t100\t2566
                """)
        #expect(words.width == 612 && words.height == 792)
        #expect(words.runs.map(\.text) == ["แผน ", "พัฒนา ", "2566 "])
        #expect(words.runs[0].block == words.runs[1].block && words.runs[1].block != words.runs[2].block)
        #expect(words.boxes[1] == .init(left: 61.6, top: 14.7, width: 20.4, height: 10.9))
    }

    @Test(arguments: ["", "\t\t\t\n5\tx", "5\t1\t0\t0\t0\t0\tnan\t-1e999\tinf\t0\t0", "level"])
    func whatIsNoSuchListGivesNoWords(_ text: String) {
        #expect(FilePageWords(tsv: text).runs.isEmpty)
    }
}
