//! What a page of others needs to show a view: an element, a frame, or a picture that leads to it.
//!
//! The element and the frame show the same. A frame goes by `embed/frame.js`, which gives it the width of its place and the
//! height of its content; alone it needs nothing else, and where its height is fixed not even that.

/// How high a frame is, in px, until its content has told, or where nothing hears it.
pub const FALLBACK_HEIGHT: u32 = 720;

/// A view as it is to be embedded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Embedding {
    /// Address of the page with its query and without a fragment; of a page that is a file, its name alone.
    pub page: String,
    /// Address of the table that is shown in place of the page's own data, in full; `None` where it is those.
    pub data: Option<String>,
    /// The part of its link after `#`; how it looks included.
    pub link: String,
    /// What screen readers call the frame.
    pub title: String,
    /// Width in px; `None` for that of its place.
    pub width: Option<u32>,
    /// Height in px; `None` for that of its content.
    pub height: Option<u32>,
    /// Whether the page is a file, which has no script beside it.
    pub is_file: bool,
}

impl Embedding {
    /// The address that the frame shows.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}#{}", self.page, self.link)
    }

    /// A frame, and the script that makes it as high as its content.
    #[must_use]
    pub fn frame(&self) -> String {
        let follows = self.follows();
        let width = self.width.map_or_else(|| "100%".to_owned(), |px| px.to_string());
        let height = self.height.unwrap_or(FALLBACK_HEIGHT).to_string();
        let mut lines = vec![format!(
            r#"<iframe src="{}" title="{}" width="{width}" height="{height}" frameborder="0" allow="clipboard-write"{}></iframe>"#,
            attribute(&self.address()),
            attribute(&self.title),
            if follows { " data-minsheng-embed" } else { "" },
        )];
        if follows {
            let script = attribute(&self.beside("embed/frame.js"));
            lines.push(format!(r#"<script src="{script}" defer></script>"#));
        }
        lines.join("\n")
    }

    /// The element and the script that defines it; `None` where the page is a file, from which no script may be taken.
    #[must_use]
    pub fn element(&self) -> Option<String> {
        if self.is_file {
            return None;
        }
        let mut attributes: Vec<(&str, String)> = Vec::new();
        attributes.extend(self.data.clone().map(|data| ("data", data)));
        let (mut state, mut is_bare) = (Vec::new(), false);
        for part in self.link.split('&') {
            match part.split_once('=') {
                Some((key @ ("view" | "lang" | "theme"), value)) => {
                    attributes.push((key, value.to_owned()));
                }
                Some(("embed", _)) => is_bare = true,
                _ => state.push(part),
            }
        }
        attributes.extend(self.height.map(|px| ("height", px.to_string())));
        // The version alone says nothing.
        attributes.extend((state.len() > 1).then(|| ("state", state.join("&"))));
        let attributes: String = attributes
            .iter()
            .map(|(name, value)| format!(r#" {name}="{}""#, attribute(value)))
            .collect();
        let bare = if is_bare { " embed" } else { "" };
        let script = attribute(&self.beside("embed/minsheng-explorer.js"));
        // Between the tags stands what is shown where scripts do not run.
        let (full, title) = (attribute(&self.full()), attribute(&self.title));
        Some(format!(
            "<script src=\"{script}\" defer></script>\n\
             <minsheng-explorer{attributes}{bare}><a href=\"{full}\">{title}</a></minsheng-explorer>"
        ))
    }

    /// The address of the view on a page of its own.
    fn full(&self) -> String {
        let link: Vec<&str> = self.link.split('&').filter(|part| *part != "embed=1").collect();
        format!("{}#{}", self.page, link.join("&"))
    }

    /// A picture of this file name, which leads to the view on a page of its own.
    #[must_use]
    pub fn picture(&self, file: &str) -> String {
        format!(
            r#"<a href="{}"><img src="{}" alt="{}" width="100%"></a>"#,
            attribute(&self.full()),
            attribute(file),
            attribute(&self.title),
        )
    }

    /// Whether the frame becomes as high as its content.
    #[must_use]
    pub const fn follows(&self) -> bool {
        self.height.is_none() && !self.is_file
    }

    /// Address of a file beside the page.
    fn beside(&self, file: &str) -> String {
        let page = self.page.split('?').next().unwrap_or_default();
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{folder}/{file}")
    }
}

/// A value between quotation marks in HTML.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embedding() -> Embedding {
        Embedding {
            page: "https://example.gov.cn/data/minsheng/index.html".into(),
            link: "v=1&view=chart&f.domain=education&lang=zh&embed=1".into(),
            title: "图表 · 教育 · 民生数图".into(),
            ..Embedding::default()
        }
    }

    #[test]
    fn a_frame_has_the_width_of_its_place_and_a_script_for_its_height() {
        assert_eq!(
            embedding().frame(),
            "<iframe src=\"https://example.gov.cn/data/minsheng/index.html#v=1&amp;view=chart&amp;f.domain=education\
             &amp;lang=zh&amp;embed=1\" title=\"图表 · 教育 · 民生数图\" width=\"100%\" height=\"720\" frameborder=\"0\" \
             allow=\"clipboard-write\" data-minsheng-embed></iframe>\n\
             <script src=\"https://example.gov.cn/data/minsheng/embed/frame.js\" defer></script>"
        );
        let fixed = Embedding { width: Some(800), height: Some(500), ..embedding() }.frame();
        assert!(
            fixed.contains(r#"width="800" height="500""#) && !fixed.contains("script"),
            "{fixed}"
        );
        // Nobody hears how high a page of a folder is.
        let file = Embedding { page: "minsheng.html".into(), is_file: true, ..embedding() };
        assert!(file.frame().starts_with(r#"<iframe src="minsheng.html#v=1"#), "{}", file.frame());
        assert!(!file.frame().contains("data-minsheng-embed") && file.element().is_none());
    }

    #[test]
    fn an_element_says_the_same_by_attributes() {
        let element = Embedding { height: Some(600), ..embedding() }.element().unwrap();
        assert_eq!(
            element,
            "<script src=\"https://example.gov.cn/data/minsheng/embed/minsheng-explorer.js\" defer></script>\n\
             <minsheng-explorer view=\"chart\" lang=\"zh\" height=\"600\" state=\"v=1&amp;f.domain=education\" embed>\
             <a href=\"https://example.gov.cn/data/minsheng/index.html#v=1&amp;view=chart&amp;f.domain=education&amp;lang=zh\">\
             图表 · 教育 · 民生数图</a></minsheng-explorer>"
        );
        let linked = Embedding {
            page: "https://a.cn/?data=.%2Fmy+table.csv".into(),
            data: Some("https://a.cn/my%20table.csv".into()),
            link: "v=1&embed=1".into(),
            ..embedding()
        };
        let element = linked.element().unwrap();
        assert!(
            element.contains(r#"<minsheng-explorer data="https://a.cn/my%20table.csv" embed><a"#),
            "{element}"
        );
        assert!(element.contains(r#"src="https://a.cn/embed/minsheng-explorer.js""#), "{element}");
    }

    #[test]
    fn a_picture_leads_to_the_full_page() {
        assert_eq!(
            embedding().picture("教育.png"),
            "<a href=\"https://example.gov.cn/data/minsheng/index.html#v=1&amp;view=chart&amp;f.domain=education&amp;lang=zh\">\
             <img src=\"教育.png\" alt=\"图表 · 教育 · 民生数图\" width=\"100%\"></a>"
        );
    }

    #[test]
    fn nothing_of_a_readers_ends_the_code() {
        let odd = r#"v=1&q="></iframe></script><script>"#;
        let odd = Embedding { link: odd.into(), title: "\"</script>&".into(), ..embedding() };
        let element = odd.element().unwrap();
        for (code, scripts) in [(odd.frame(), 1), (element, 1), (odd.picture("\"><script>"), 0)] {
            assert_eq!(code.matches("</script>").count(), scripts, "{code}");
            assert_eq!(code.matches("<script").count(), scripts, "{code}");
        }
    }
}
