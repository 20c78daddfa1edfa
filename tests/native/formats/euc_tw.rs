//! EUC-TW, which nothing here reads, is refused with a sentence, and no text of another encoding is.

use std::fs;

use encoding_rs::{BIG5, GB18030};
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::ProblemKind;
use minsheng_explorer::import::Options;
use minsheng_explorer::words::refusal;

use super::open;
use crate::packages::root;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/fixtures/readers").join(name)).unwrap()
}

#[test]
fn it_is_refused_with_what_to_do() {
    for name in ["euc-tw.csv", "euc-tw-four.csv"] {
        for (size, lang) in [(1, Lang::Zh), (7, Lang::En), (4096, Lang::Zh), (4096, Lang::En)] {
            let options = Options { lang, ..Options::default() };
            let problem = open(name, &fixture(name), size, &options).unwrap_err();
            assert_eq!(problem.kind, ProblemKind::UnreadEncoding, "{name}");
            let said = refusal(&problem, lang);
            assert!(said.contains("EUC-TW") && said.contains("Big5"), "{said}");
        }
    }
}

#[test]
fn the_same_table_in_other_encodings_is_read_and_so_is_a_chosen_one() {
    let text =
        "縣市別,年度,人口數\n臺北市,2015,270\n新北市,2015,397\n高雄市,2015,278\n花蓮縣,2015,33\n";
    for encoding in [BIG5, GB18030] {
        let bytes = encoding.encode(text).0.into_owned();
        let read = open("t.csv", &bytes, 9, &Options::default()).unwrap();
        assert_eq!(read.table.len, 4, "{}", encoding.name());
    }
    let options = Options { encoding: Some("gbk".into()), ..Options::default() };
    assert!(open("t.csv", &fixture("euc-tw.csv"), 9, &options).is_ok());
}
