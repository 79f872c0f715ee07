//! Whether a text is Vietnamese at all.

use crate::syllable::Syllable;

/// So many characters tell; a page's first ones may be a foreign name.
const SAMPLE: usize = 4000;
/// Fewer words tell nothing: a headline of names is let pass.
const FEWEST_WORDS: usize = 20;

/// Whether a text may be Vietnamese: of its letters, one in a hundred is of the kind that no other language writes (of every
/// twelve in real text one is), or half of its words could be Vietnamese with the marks left out. Short texts may always be.
///
/// ```
/// use nghisu_text::may_be_vietnamese;
///
/// assert!(may_be_vietnamese("Sáng 8/8/2022, Bộ Tài chính họp."));
/// assert!(!may_be_vietnamese(&"The Ministry of Finance of Vietnam will meet government officials again today. ".repeat(3)));
/// ```
#[must_use]
pub fn may_be_vietnamese(text: &str) -> bool {
    let end = text.char_indices().nth(SAMPLE).map_or(text.len(), |(at, _)| at);
    let sample = text.get(..end).unwrap_or(text);
    let (mut letters, mut own) = (0_usize, 0_usize);
    for letter in sample.chars() {
        letters += usize::from(letter.is_alphabetic());
        own += usize::from(is_own(letter));
    }
    if own * 100 > letters {
        return true;
    }
    let words = sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let (mut all, mut possible) = (0_usize, 0_usize);
    for word in words {
        all += 1;
        possible += usize::from(could_be_bare(word));
    }
    // In scripts without spaces a word is a line.
    let short = all < FEWEST_WORDS && letters < FEWEST_WORDS * 5;
    short || possible * 2 >= all
}

/// Letters that Vietnamese alone writes, and the marks that decomposed text has for them: hook, dot below, horn.
fn is_own(letter: char) -> bool {
    matches!(
        letter,
        '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{309}' | '\u{323}' | '\u{31b}'
    )
}

/// Whether a word is a syllable whose marks may have been left out.
fn could_be_bare(word: &str) -> bool {
    if Syllable::parse(word).is_some() {
        return true;
    }
    // Syllables closed by a stop always bear a mark; and `ie`, `yê`, `uo` without theirs are no nuclei.
    if word.len() > 7 || !word.is_ascii() {
        return false;
    }
    let mut marked = String::with_capacity(2 * word.len());
    let lower = word.to_ascii_lowercase();
    let spelled = lower.replace("ie", "iê").replace("ye", "yê").replace("uo", "ươ");
    let stopped = ["c", "ch", "p", "t"].iter().any(|end| spelled.ends_with(end));
    let mut found = !stopped;
    for letter in spelled.chars().rev() {
        let acute = match letter {
            _ if found => letter,
            'a' => 'á',
            'e' => 'é',
            'i' => 'í',
            'o' => 'ó',
            'u' => 'ú',
            'y' => 'ý',
            'ê' => 'ế',
            'ơ' => 'ớ',
            _ => letter,
        };
        found |= acute != letter;
        marked.insert(0, acute);
    }
    Syllable::parse_misplaced(&marked).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_in_any_dress_passes_and_other_languages_do_not() {
        let vietnamese = "Sáng ngày 8/8, Thủ tướng chủ trì phiên họp của Chính phủ về phát triển kinh tế, các bộ trưởng báo cáo kết quả.";
        let mut decomposed = String::new();
        for letter in vietnamese.chars() {
            match letter {
                'ủ' => decomposed.push_str("u\u{309}"),
                'ọ' => decomposed.push_str("o\u{323}"),
                other => decomposed.push(other),
            }
        }
        let bare = "Sang ngay 8/8, Thu tuong chu tri phien hop cua Chinh phu ve phat trien kinh te, cac bo truong bao cao ket qua thuc hien.";
        for text in [vietnamese, &decomposed, bare, "", "Covid-19", "Apple Inc."] {
            assert!(may_be_vietnamese(text), "{text}");
        }
        for text in [
            "The prime minister chaired a cabinet meeting on economic development on Monday, where the ministers reported on results and on what is to be done.",
            "Le premier ministre a présidé lundi une réunion du gouvernement sur le développement économique, où les ministres ont présenté les résultats.",
            "Der Ministerpräsident leitete am Montag eine Sitzung der Regierung über die wirtschaftliche Entwicklung, auf der die Minister berichteten.",
            "Prim-ministrul a condus luni o ședință a guvernului despre dezvoltarea economică, în care miniștrii au prezentat rezultatele și planurile lor.",
            "Perdana menteri memimpin rapat kabinet pada hari Senin tentang pembangunan ekonomi, di mana para menteri melaporkan hasil kerja mereka.",
            "总理周一主持召开内阁会议，讨论经济发展问题，各部部长汇报了工作成果和下一步计划。会议要求各部门加强协调，确保完成全年目标任务，推动经济社会持续健康发展，切实保障和改善民生，维护社会稳定，防范化解重大风险，坚定不移推进改革开放。会议还研究了其他事项，听取了有关部门的汇报。",
            "Премьер-министр провёл в понедельник заседание правительства, на котором министры доложили о результатах и о планах на следующий год.",
        ] {
            assert!(!may_be_vietnamese(text), "{text}");
        }
    }
}
