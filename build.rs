//! Makes the tables that search reads: every character of GB 2312 with its readings, tones left out, and the simplified
//! form of every traditional character of Big5 that has one.
//!
//! The crates that know them are far larger than the page may be; this keeps two bytes a character and reading, and
//! four a traditional character.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use pinyin::ToPinyinMulti;

/// First and last character of the block the table is indexed by.
const BLOCK: std::ops::RangeInclusive<u32> = 0x4E00..=0x9FA5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    keep_relocations()?;
    let mut sets: BTreeMap<String, u16> = BTreeMap::new();
    let readings: Vec<Option<String>> = BLOCK.map(|code| readings(char::from_u32(code)?)).collect();
    for set in readings.iter().flatten() {
        sets.entry(set.clone()).or_default();
    }
    for (at, number) in sets.values_mut().zip(1..) {
        *at = number;
    }
    let codes: Vec<u8> =
        readings.iter().flat_map(|set| set.as_ref().map_or(0, |s| sets[s]).to_le_bytes()).collect();
    let names: Vec<&str> = sets.keys().map(String::as_str).collect();
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("pinyin-codes.bin"), &codes)?;
    fs::write(Path::new(&out).join("pinyin-readings.txt"), names.join("\n"))?;
    fs::write(Path::new(&out).join("simplified.bin"), simplified())?;
    Ok(())
}

/// tools/split, which cuts the released wasm in two, must know which numbers in it are addresses.
fn keep_relocations() -> Result<(), env::VarError> {
    if env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" && env::var("PROFILE")? == "release" {
        println!("cargo::rustc-link-arg-bin=minsheng-explorer=--emit-relocs");
    }
    Ok(())
}

/// The readings of a GB 2312 character, separated by blanks.
fn readings(c: char) -> Option<String> {
    let text = c.to_string();
    let (bytes, _, unmappable) = encoding_rs::GBK.encode(&text);
    let common = !unmappable && matches!(bytes[..], [0xB0..=0xF7, 0xA1..=0xFE]);
    // 率 is typed lv.
    let typed = |plain: &str| plain.replace('ü', "v");
    let mut plain: Vec<String> =
        common.then(|| c.to_pinyin_multi())??.into_iter().map(|p| typed(p.plain())).collect();
    let mut seen = Vec::new();
    plain.retain(|p| {
        p.is_ascii() && !seen.contains(p) && {
            seen.push(p.clone());
            true
        }
    });
    Some(plain.join(" "))
}

/// Traditional characters in ascending order, then the simplified form of each; two bytes a character, little-endian.
fn simplified() -> Vec<u8> {
    let pair = |code: u32| {
        let c = char::from_u32(code)?;
        let text = c.to_string();
        let (_, _, unmappable) = encoding_rs::BIG5.encode(&text);
        let plain = fast2s::convert(&text).chars().next().filter(|&plain| plain != c)?;
        Some([u16::try_from(code).ok()?, u16::try_from(u32::from(plain)).ok()?])
            .filter(|_| !unmappable)
    };
    let pairs: Vec<[u16; 2]> = BLOCK.filter_map(pair).collect();
    let column = |at: usize| pairs.iter().flat_map(move |pair| pair[at].to_le_bytes());
    column(0).chain(column(1)).collect()
}
