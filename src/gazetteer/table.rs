//! The two grids and what is found in them.

use std::collections::HashMap;

use super::key::name_key;
use crate::base::lang::Lang;

/// Code, letters, column, row, short and full Chinese name, English name, other names.
const PROVINCES: &str = include_str!("provinces.tsv");
/// Two and three letters, three digits, column, row, whether it is shown where nothing is known of it, Chinese and English
/// name, other names.
const COUNTRIES: &str = include_str!("countries.tsv");
/// What is called so is made of several areas, or is all of them.
const TOTALS: &str = include_str!("totals.txt");

/// Countries with NUTS codes; of the last three a letter may follow.
const NUTS: [&str; 39] = [
    "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "HR", "HU", "IE",
    "IS", "LI", "LT", "LU", "LV", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI",
    "SK", "TR", "BA", "XK", "FR", "IT", "UK",
];
/// Where those begin in [`NUTS`] whose first level may be a letter.
const LETTERS_FROM: usize = 36;
/// The most characters that a name of an area has.
const LONGEST: usize = 80;

/// Which areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grid {
    /// The 34 provinces of China.
    Provinces,
    /// The countries and territories of ISO 3166.
    Countries,
}

/// An area and its tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Two letters, unique on its grid.
    pub code: &'static str,
    /// Column of its tile, from the left.
    pub column: u8,
    /// Row of its tile, from the top.
    pub row: u8,
    /// Whether its tile is shown where nothing is known of it. Not so of territories that few tables have.
    pub is_usual: bool,
    names: [&'static str; 2],
}

impl Area {
    /// What it is called.
    #[must_use]
    pub const fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.names[0],
            Lang::En => self.names[1],
        }
    }
}

/// What a name or a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// An area, by its place in [`Gazetteer::areas`].
    Area(usize),
    /// A part of an area: a prefecture or county of a province, a NUTS region of a country.
    Part(usize),
    /// Several areas together, or all of them.
    Total,
}

/// The areas of a grid, by all their names and codes. Making one costs a fraction of a millisecond.
pub struct Gazetteer {
    /// Which they are.
    pub grid: Grid,
    /// The areas, each once.
    pub areas: Vec<Area>,
    codes: HashMap<&'static str, usize>,
    names: HashMap<String, Found>,
    /// Full names of provinces, which names of their parts may begin with.
    prefixes: Vec<(&'static str, usize)>,
}

impl Gazetteer {
    /// The areas of a grid.
    #[must_use]
    pub fn of(grid: Grid) -> Self {
        let mut gazetteer = Self {
            grid,
            areas: Vec::new(),
            codes: HashMap::new(),
            names: HashMap::new(),
            prefixes: Vec::new(),
        };
        for name in TOTALS.lines() {
            gazetteer.names.insert(name_key(name, grid == Grid::Provinces), Found::Total);
        }
        match grid {
            Grid::Provinces => PROVINCES.lines().for_each(|line| gazetteer.add_province(line)),
            Grid::Countries => COUNTRIES.lines().for_each(|line| gazetteer.add_country(line)),
        }
        gazetteer
    }

    fn add_province(&mut self, line: &'static str) {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (digits, code, column, row) = (next(), next(), next(), next());
        let (short, full, english, others) = (next(), next(), next(), next());
        self.prefixes.push((full, self.areas.len()));
        self.add([short, english], [code, digits, ""], (column, row, true), &[full, others]);
    }

    fn add_country(&mut self, line: &'static str) {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (two, three, digits) = (next(), next(), next());
        let (column, row, usual) = (next(), next(), next());
        let (chinese, english, others) = (next(), next(), next());
        let place = (column, row, usual == "1");
        self.add([chinese, english], [two, three, digits], place, &[others]);
    }

    fn add(
        &mut self,
        names: [&'static str; 2],
        codes: [&'static str; 3],
        (column, row, is_usual): (&str, &str, bool),
        others: &[&'static str],
    ) {
        let at = self.areas.len();
        let number = |text: &str| text.parse().unwrap_or_default();
        let (column, row) = (number(column), number(row));
        self.areas.push(Area { code: codes[0], column, row, is_usual, names });
        self.codes.extend(codes.iter().filter(|code| !code.is_empty()).map(|&code| (code, at)));
        let others = others.iter().flat_map(|names| names.split('|'));
        for name in names.into_iter().chain(others).filter(|name| !name.is_empty()) {
            self.names.insert(name_key(name, self.grid == Grid::Provinces), Found::Area(at));
        }
    }

    /// What a value of a table stands for; `None` of what is not known. Read by the value alone: whether a column is one of
    /// areas is for who has seen the others.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Found> {
        let text = text.trim();
        if text.is_empty() || text.chars().nth(LONGEST).is_some() {
            return None;
        }
        let is_code = text.len() <= 15 && text.is_ascii() && !text.contains(' ');
        let by_code = || match self.grid {
            Grid::Provinces => self.province(text),
            Grid::Countries => self.country(text),
        };
        if let Some(found) = is_code.then(by_code).flatten() {
            return Some(found);
        }
        let key = name_key(text, self.grid == Grid::Provinces);
        if let Some(&found) = self.names.get(&key).filter(|_| !key.is_empty()) {
            return Some(found);
        }
        let part = |&(full, at): &(&str, usize)| key.starts_with(full).then_some(Found::Part(at));
        self.prefixes.iter().find_map(part)
    }

    /// By its code of GB/T 2260: two digits, or more where it is a part; letters, or ISO 3166-2.
    fn province(&self, text: &str) -> Option<Found> {
        let text = text.strip_prefix("CN-").or_else(|| text.strip_prefix("CN_")).unwrap_or(text);
        let is_number = text.bytes().all(|b| b.is_ascii_digit());
        if !is_number {
            return self.codes.get(text).copied().map(Found::Area);
        }
        if !matches!(text.len(), 2 | 4 | 6 | 9 | 12) {
            return None;
        }
        let (own, rest) = text.split_at_checked(2)?;
        let at = self.codes.get(own).copied()?;
        Some(if rest.bytes().all(|b| b == b'0') { Found::Area(at) } else { Found::Part(at) })
    }

    /// By its code of ISO 3166, or that of a NUTS region.
    fn country(&self, text: &str) -> Option<Found> {
        let is_small = text.len() == 3 && text.bytes().all(|b| b.is_ascii_lowercase());
        let upper = if is_small { text.to_ascii_uppercase() } else { text.to_owned() };
        if let Some(&at) = self.codes.get(&*upper) {
            return Some(Found::Area(at));
        }
        let (country, rest) = text.split_at_checked(2)?;
        let place = NUTS.iter().position(|known| *known == country)?;
        let is_level = |b: u8| b.is_ascii_digit() || b.is_ascii_uppercase();
        let begins = |b: &u8| b.is_ascii_digit() || (place >= LETTERS_FROM && is_level(*b));
        let is_nuts = rest.len() <= 3 && rest.bytes().all(is_level);
        if !is_nuts || !rest.as_bytes().first().is_some_and(begins) {
            return None;
        }
        let country = match country {
            "EL" => "GR",
            "UK" => "GB",
            own => own,
        };
        self.codes.get(country).copied().map(Found::Part)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn code(grid: Grid, text: &str) -> Option<&'static str> {
        let gazetteer = Gazetteer::of(grid);
        match gazetteer.find(text)? {
            Found::Area(at) | Found::Part(at) => Some(gazetteer.areas[at].code),
            Found::Total => Some("total"),
        }
    }

    #[test]
    fn every_area_has_a_tile_of_its_own() {
        for (grid, count) in [(Grid::Provinces, 34), (Grid::Countries, 249)] {
            let gazetteer = Gazetteer::of(grid);
            let areas = || gazetteer.areas.iter();
            assert_eq!(areas().map(|a| (a.column, a.row)).collect::<BTreeSet<_>>().len(), count);
            assert_eq!(areas().map(|a| a.code).collect::<BTreeSet<_>>().len(), count);
            for lang in Lang::ALL {
                let names = areas().map(|a| a.name(lang)).collect::<BTreeSet<_>>();
                assert_eq!(names.len(), count);
                assert!(!names.contains(""));
            }
        }
    }

    #[test]
    fn every_area_is_found_by_each_of_its_own_names_and_codes() {
        for (grid, text) in [(Grid::Provinces, PROVINCES), (Grid::Countries, COUNTRIES)] {
            let gazetteer = Gazetteer::of(grid);
            for (at, line) in text.lines().enumerate() {
                let fields: Vec<&str> = line.split('\t').collect();
                let names: &[&str] =
                    if grid == Grid::Provinces { &fields[4..] } else { &fields[6..] };
                let codes: &[&str] =
                    if grid == Grid::Provinces { &fields[..2] } else { &fields[..3] };
                for name in codes.iter().copied().chain(names.iter().flat_map(|n| n.split('|'))) {
                    assert_eq!(gazetteer.find(name), Some(Found::Area(at)), "{name}");
                }
            }
        }
    }

    #[test]
    fn provinces_are_known_however_they_are_written() {
        for (text, known) in [
            ("山东", "SD"),
            ("山東省", "SD"),
            ("Shandong Province", "SD"),
            ("shaanxi", "SN"),
            ("37", "SD"),
            ("370000", "SD"),
            ("370200", "SD"),
            ("370202001000", "SD"),
            ("CN-37", "SD"),
            ("CN-SD", "SD"),
            ("Inner Mongolia Autonomous Region", "NM"),
            ("内蒙古自治区", "NM"),
            ("内 蒙 古", "NM"),
            ("新疆维吾尔自治区", "XJ"),
            ("Hong Kong SAR", "HK"),
            ("臺灣", "TW"),
            ("山东省青岛市", "SD"),
            ("全国", "total"),
            ("National", "total"),
        ] {
            assert_eq!(code(Grid::Provinces, text), Some(known), "{text}");
        }
        for text in ["", "3", "99", "990000", "Paris", "青岛", "中国", "②"] {
            assert_eq!(code(Grid::Provinces, text), None, "{text}");
        }
    }

    #[test]
    fn a_prefecture_is_a_part_of_its_province_and_no_second_one() {
        let gazetteer = Gazetteer::of(Grid::Provinces);
        let found = |text: &str| gazetteer.find(text);
        assert!(matches!(found("370000"), Some(Found::Area(_))));
        assert!(matches!(found("370200"), Some(Found::Part(_))));
        assert!(matches!(found("北京市朝阳区"), Some(Found::Part(_))));
        assert!(matches!(found("北京市"), Some(Found::Area(_))));
    }

    #[test]
    fn countries_are_known_however_they_are_written() {
        for (text, known) in [
            ("China", "CN"),
            ("CHN", "CN"),
            ("chn", "CN"),
            ("156", "CN"),
            ("中华人民共和国", "CN"),
            ("Korea, Rep.", "KR"),
            ("Korea, Dem. People's Rep.", "KP"),
            ("Congo, Rep.", "CG"),
            ("Congo, Dem. Rep.", "CD"),
            ("Egypt, Arab Rep.", "EG"),
            ("Iran, Islamic Rep.", "IR"),
            ("Hong Kong SAR, China", "HK"),
            ("Cote d'Ivoire", "CI"),
            ("Gambia, The", "GM"),
            ("Micronesia, Fed. Sts.", "FM"),
            ("St. Lucia", "LC"),
            ("Turkiye", "TR"),
            ("Viet Nam", "VN"),
            ("Vietnam", "VN"),
            ("U.S.", "US"),
            ("UK", "GB"),
            ("EL", "GR"),
            ("DE212", "DE"),
            ("EL30", "GR"),
            ("ITC4", "IT"),
            ("UKI", "GB"),
            ("World", "total"),
            ("EU27_2020", "total"),
            ("Sub-Saharan Africa", "total"),
            ("OWID_WRL", "total"),
        ] {
            assert_eq!(code(Grid::Countries, text), Some(known), "{text}");
        }
        for text in ["XK", "XKX", "in", "no", "DEX", "Atlantis", "999", "Guinea Bissau South"] {
            assert_eq!(code(Grid::Countries, text), None, "{text}");
        }
    }
}
