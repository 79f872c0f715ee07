/// The slug of a name: without diacritics, lower-cased, hyphens between words.
///
/// ```
/// assert_eq!(nghisu_knowledge::slug("Bộ Thông tin và Truyền thông"), "bo-thong-tin-va-truyen-thong");
/// ```
pub fn slug(name: &str) -> String {
    let mut folded = String::new();
    nghisu_text::fold(name, &mut folded);
    let mut slug = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
