//! What becomes of HTML: blocks, kinds, what a page says of itself, and broken pages.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper of tests fails as a test does"
)]

use nghisu_ingest::{Article, Failure, Options, Source};
use std::fs;

fn read(html: impl AsRef<[u8]>) -> Result<Article, Failure> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.html");
    fs::write(&path, html).unwrap();
    Source::open([path.to_str().unwrap()], &Options::default()).unwrap().next().unwrap()
}

/// The text, each line that a hint covers after the hint's kind in brackets.
fn shown(article: &Article) -> String {
    let mut at = 0;
    let mut shown = Vec::new();
    for line in article.text.split('\n') {
        let hint =
            article.hints.iter().find(|hint| hint.start <= at && at + line.len() <= hint.end);
        shown.push(hint.map_or(line.to_owned(), |hint| format!("[{}] {line}", hint.kind.as_str())));
        at += line.len() + 1;
    }
    shown.join("\n")
}

#[test]
fn the_body_of_an_article_becomes_its_blocks() {
    let cases = [
        (
            "blocks never glue",
            "<p>Một</p><p>Hai</p><div>Ba<div>Bốn</div>Năm</div>",
            "Một\nHai\nBa\nBốn\nNăm",
        ),
        (
            "inline elements never part",
            "<p>H<b>ọ</b>p <i>tại</i>\n Hà&nbsp;Nội </p>",
            "Họp tại Hà Nội",
        ),
        (
            "references",
            "<p>S&aacute;ng ng&agrave;y 5/7, H&#7897;i ngh&#x1ecb;</p>",
            "Sáng ngày 5/7, Hội nghị",
        ),
        ("a br is a newline, two are no more", "<p>Một <br> hai<br/><br/>ba</p>", "Một\nhai\nba"),
        ("lists", "<ul><li>Một</li><li>Hai", "Một\nHai"),
        (
            "nothing unseen",
            "<p>Một<script>x</script></p><style>y</style><p style='display: none'>z</p><p>&nbsp;</p><p hidden>h</p>",
            "Một",
        ),
        ("broken nesting", "<p><i>Một<p>Hai</i></div></p><td>Ba", "Một\nHai\nBa"),
        ("powers", "<p>5 km<sup>2</sup>, <sup>(1)</sup></p>", "5 km², (1)"),
        ("template code", "<?php echo \"<p>x</p>\"; ?><p>Một {{ $hai }}</p>\n@endsection", "Một"),
        (
            "a table of data",
            "<table><tr><th>Tỉnh</th><th>GRDP</th></tr><tr><td><p>Long An</p></td><td>8,2%</td></tr></table>",
            "Tỉnh\tGRDP\nLong An\t8,2%",
        ),
        (
            "a table for the layout",
            "<table><tr><td><p>Một.</p><p>Hai.</p></td><td>Ba</td></tr></table>",
            "Một.\nHai.\nBa",
        ),
        (
            "a title in the text",
            "<h1>Họp báo</h1><p>Thứ 6, 21/03/2025 | 15:45</p><p>Chính phủ họp.</p>",
            "[title] Họp báo\n[boilerplate] Thứ 6, 21/03/2025 | 15:45\nChính phủ họp.",
        ),
        (
            "headings",
            "<p>Một câu.</p><h3>Nhiệm vụ</h3><p>Hai câu.</p><p><b>Giải pháp</b></p><p>Ba câu.</p><p><b>Lan Anh</b></p>",
            "Một câu.\n[heading] Nhiệm vụ\nHai câu.\n[heading] Giải pháp\nBa câu.\nLan Anh",
        ),
        (
            "a figure",
            "<p>Một câu.</p><figure><img src=x><figcaption>Quang cảnh</figcaption></figure>",
            "Một câu.\n[caption] Quang cảnh",
        ),
        (
            "a centred line under a picture",
            "<p>Một câu.</p><p><img src=x></p><p style='text-align: center'>Quang cảnh</p><p>Hai.</p>",
            "Một câu.\n[caption] Quang cảnh\nHai.",
        ),
        ("text under a picture", "<p><img src=x></p><p>Hai câu.</p>", "Hai câu."),
        (
            "a table that holds a picture",
            "<p>Một câu.</p><table><tr><td><img src=x></td></tr><tr><td>Quang cảnh</td></tr></table>",
            "Một câu.\n[caption] Quang cảnh",
        ),
        (
            "related links",
            "<p>Một câu.</p><p>&gt;&gt;&gt; Tin liên quan</p><ul><li><a href=x>Họp báo</a> (1/2/2024)</li></ul>",
            "Một câu.\n[boilerplate] >>> Tin liên quan\n[boilerplate] Họp báo (1/2/2024)",
        ),
        (
            "a box of related news",
            "<p>Một câu.</p><div class='box-tin-lien-quan'><a href=x>Họp</a><p>Mưa</p></div>",
            "Một câu.\n[boilerplate] Họp\n[boilerplate] Mưa",
        ),
        (
            "a link inside a sentence",
            "<p>Theo <a href=x>Báo Chính phủ</a>, mưa lớn ở miền Trung.</p>",
            "Theo Báo Chính phủ, mưa lớn ở miền Trung.",
        ),
    ];
    for (case, html, expected) in cases {
        assert_eq!(shown(&read(html).unwrap()), expected, "{case}");
    }
}

/// A page with menus, metadata and related links around an article of several paragraphs.
fn page(head: &str, before: &str) -> String {
    let paragraph = |n: u32| {
        format!(
            "<p>Tại cuộc họp thứ {n}, Chủ tịch UBND tỉnh yêu cầu các sở, ngành, địa phương tập trung giải ngân, bảo đảm tiến độ, chất lượng công trình, đời sống nhân dân.</p>"
        )
    };
    let body: String = (1..6).map(paragraph).collect();
    format!(
        "<!DOCTYPE html><html><head>{head}</head><body><nav><ul><li><a href=/>Trang chủ</a></li><li><a href=/x>Thời sự</a></li></ul></nav>\
        <div class=detail>{before}<div class='detail-content'>{body}<table><tr><td>Năm</td><td>2024</td></tr></table>{body}</div></div>\
        <div class='tin-lien-quan'><h3>Tin liên quan</h3><ul><li><a href=/1>Mưa lớn ở miền Trung</a></li></ul></div>\
        <footer>Cơ quan chủ quản: Văn phòng UBND tỉnh</footer></body></html>"
    )
}

#[test]
fn a_page_gives_its_article_and_what_it_says_of_itself() {
    let head = "<title>Họp giải ngân vốn đầu tư công | Cổng thông tin</title>\
        <meta property='article:published_time' content='2024-07-19T08:30:00+07:00'><meta property='og:site_name' content='Cổng thông tin tỉnh'>\
        <meta name=author content='Lan Anh'><link rel=canonical href='https://example.vn/hop.html'>";
    let before = "<h1>Họp giải ngân vốn đầu tư công</h1><div class=sapo>Sáng 19/7, UBND tỉnh họp giải ngân vốn đầu tư công sáu tháng cuối năm.</div>";
    let article = read(page(head, before)).unwrap();
    assert_eq!(article.title.as_deref(), Some("Họp giải ngân vốn đầu tư công"));
    assert_eq!(article.published.as_deref(), Some("2024-07-19T08:30:00+07:00"));
    assert_eq!(article.published_from.unwrap().as_str(), "meta");
    assert_eq!(article.site.as_deref(), Some("Cổng thông tin tỉnh"));
    assert_eq!(article.author.as_deref(), Some("Lan Anh"));
    assert_eq!(article.url.as_deref(), Some("https://example.vn/hop.html"));
    let lines: Vec<&str> = article.text.split('\n').collect();
    assert_eq!(lines.len(), 12, "{}", article.text);
    assert!(lines[0].starts_with("Sáng 19/7, UBND tỉnh họp"), "the lead is kept: {}", lines[0]);
    assert_eq!(lines[6], "Năm\t2024");
    assert!(!article.text.contains("Trang chủ") && !article.text.contains("Cơ quan chủ quản"));
}

#[test]
fn a_short_lead_in_the_head_is_kept_whatever_its_element() {
    for lead in [
        "<h2 class=detail-sapo>Giải ngân còn chậm.</h2>",
        "<div class=summary><h2>Giải ngân còn chậm.</h2></div>",
    ] {
        let article =
            read(page("", &format!("<h1>Họp giải ngân vốn đầu tư công</h1>{lead}"))).unwrap();
        assert_eq!(shown(&article).lines().next(), Some("Giải ngân còn chậm."), "{lead}");
    }
}

#[test]
fn the_time_stamp_under_the_title_is_the_time_of_publication_and_the_one_over_it_is_not() {
    let before = "<div>Thứ sáu, 22/11/2024</div><h1>Họp giải ngân vốn đầu tư công</h1><div>Đăng ngày 19-07-2024 15:40</div>";
    let article = read(page("<title>Cổng thông tin</title>", before)).unwrap();
    assert_eq!(article.published.as_deref(), Some("Đăng ngày 19-07-2024 15:40"));
    assert_eq!(article.title.as_deref(), Some("Họp giải ngân vốn đầu tư công"));
    let before = "<h1>Họp giải ngân vốn đầu tư công</h1><time datetime='2024-07-19'>hôm qua</time>";
    assert_eq!(read(page("", before)).unwrap().published.as_deref(), Some("2024-07-19"));
}

#[test]
fn a_page_of_links_is_no_article_and_says_so() {
    let link = "<li><a href=x>Khai mạc kỳ họp thứ tư Hội đồng nhân dân tỉnh</a></li>";
    let teaser = "<h2><a href=x>Khai mạc kỳ họp thứ tư</a></h2><p>Sáng nay, Hội đồng nhân dân tỉnh khai mạc kỳ họp thứ tư để xem xét nhiều nội dung quan trọng về kinh tế, xã hội.</p>";
    for html in [
        format!("<ul>{}</ul>", link.repeat(4)),
        teaser.repeat(4),
        format!("<html><body><div>{}</div></body></html>", teaser.repeat(8)),
    ] {
        let failure = read(&html).unwrap_err();
        assert_eq!(failure.stage.as_str(), "html");
        assert!(failure.message.contains("links"), "{failure}");
    }
}

#[test]
fn a_short_note_with_one_link_is_an_article() {
    assert_eq!(
        read("<p>Hôm nay nghỉ. <a href=x>Xem lịch</a></p>").unwrap().text,
        "Hôm nay nghỉ. Xem lịch"
    );
}

#[test]
fn a_tree_of_any_depth_is_read() {
    for (open, close) in [("<div>", "</div>"), ("<b>", "</b>"), ("<table><tr><td>", "")] {
        for page in ["", "<html><body>"] {
            let html = format!("{page}{}Họp.{}", open.repeat(3000), close.repeat(3000));
            assert_eq!(read(html).unwrap().text, "Họp.", "{page}{open}");
        }
    }
}

#[test]
fn a_line_that_names_the_author_does_where_metadata_do_not() {
    let article =
        read("<p>Chính phủ họp sáng 19/7 tại Hà Nội.</p><p><b>Tác giả: </b>Lê  An</p>").unwrap();
    assert_eq!(article.author.as_deref(), Some("Lê An"));
    let article = read("<p>Chính phủ họp. Tác giả: nhiều người.</p>").unwrap();
    assert_eq!(article.author, None);
}
