//! The standing tables, and what the check says of wrong ones.

mod support;

use nghisu_document::layers::Vocabulary;
use nghisu_knowledge::{Tables, check};

#[test]
fn the_standing_tables_have_no_problem() {
    let problems: Vec<_> = check(&support::tables()).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn problems_name_file_and_line() {
    let agencies = "id\tcanonical\taliases\tfrom\tto\n";
    let offices = "person\ttitle\torganization\tfrom\tto\tsingle_holder\n";
    for (name, rows, expected) in [
        (
            "agencies.tsv",
            format!(
                "{agencies}org/bo-a\tBộ A\tBộ C\t\t2025-02-28\norg/bo-b\tBộ B\tBộ C\t2025-02-01\t\n"
            ),
            vec!["agencies.tsv:3: \"Bộ C\" is both org/bo-a and org/bo-b at the same time"],
        ),
        (
            "agencies.tsv",
            format!(
                "{agencies}org/bo-a\tBộ A\tBộ C\t\t2025-02-28\norg/bo-b\tBộ B\tBộ C\t2025-03-01\t\n"
            ),
            vec![],
        ),
        (
            "agencies.tsv",
            format!("{agencies}org/bo-a\tBộ A\t\t\t\norg/bo-a\tBộ A\t\t2025\t\n"),
            vec!["agencies.tsv:3: org/bo-a is on line 2 too, at the same time"],
        ),
        (
            "agencies.tsv",
            format!("{agencies}org/Bo-A\tBộ A\t\t\t\n"),
            vec!["agencies.tsv:2: org/Bo-A is no slug"],
        ),
        (
            "agencies.tsv",
            format!("{agencies}org/bo-b\tBộ A\t\t\t\n"),
            vec!["agencies.tsv:2: org/bo-b does not come of the name; expected …/bo-a"],
        ),
        (
            "agencies.tsv",
            format!("{agencies}org/bo-a\tBô\u{323} A\t\t\t\n"),
            vec!["agencies.tsv:2: it is not in NFC"],
        ),
        (
            "offices.tsv",
            format!(
                "{offices}person/a\tBộ trưởng\torg/bo-a\t2020\t2022-05-02\tyes\nperson/b\tBộ trưởng\torg/bo-a\t2022-05-01\t\tyes\n"
            ),
            vec!["offices.tsv:3: person/a and person/b are both Bộ trưởng of org/bo-a"],
        ),
        (
            "offices.tsv",
            format!(
                "{offices}person/a\tBộ trưởng\torg/bo-a\t2020\t2022-05-01\tyes\nperson/b\tBộ trưởng\torg/bo-a\t2022-05-01\t\tyes\n"
            ),
            vec![],
        ),
        (
            "offices.tsv",
            format!("{offices}person/a\tBộ trưởng\torg/bo-a\t2020\t2019\tno\n"),
            vec!["offices.tsv:2: it ends before it begins"],
        ),
    ] {
        let mut tables = Tables::default();
        tables.add(name, &rows).unwrap();
        let problems: Vec<_> = check(&tables).iter().map(ToString::to_string).collect();
        assert_eq!(problems, expected, "{rows}");
    }
}

#[test]
fn what_can_not_be_read_says_where() {
    for (name, rows, expected) in [
        (
            "agencies.tsv",
            "id\tcanonical\tto\norg/a\tA\t2025-02-30\n",
            "agencies.tsv, line 2: to: \"2025-02-30\" is no date (2025, 2025-03, 2025-03-01)",
        ),
        (
            "agencies.tsv",
            "id\tcanonical\nplace/a\tA\n",
            "agencies.tsv, line 2: the id \"place/a\" does not begin with org/",
        ),
        (
            "agencies.tsv",
            "id\tcanonical\norg/a\t\n",
            "agencies.tsv, line 2: the column \"canonical\" is empty",
        ),
        (
            "agencies.tsv",
            "id\tname\norg/a\tA\n",
            "agencies.tsv: the column \"canonical\" is missing from the header",
        ),
        (
            "titles.tsv",
            "title\tclass\ttakes_org\nGiám đốc\toffice\tmaybe\n",
            "titles.tsv, line 2: takes_org is yes, optional or no, not \"maybe\"",
        ),
    ] {
        let error = Tables::default().add(name, rows).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    let error = Tables::default().add("ministers.tsv", "").unwrap_err();
    assert!(
        error.to_string().starts_with("ministers.tsv: no such table; the tables are persons.tsv, "),
        "{error}"
    );
}

#[test]
fn an_unknown_entity_is_an_error_that_names_its_line() {
    let mut tables = Tables::default();
    tables.add("agencies.tsv", "id\tcanonical\tparent\norg/a\tA\torg/b\n").unwrap();
    let error = tables.compile(&mut Vocabulary::default(), &support::cut).unwrap_err();
    assert_eq!(error.to_string(), "agencies.tsv, line 2: \"org/b\" is no entity of the gazetteer");
}

#[test]
fn a_users_rows_come_on_top() {
    let mut tables = support::tables();
    tables
        .add("agencies.tsv", "id\tcanonical\tparent\taliases\norg/cuc-huong-dan\tCục Hướng dẫn\torg/bo-cong-an\tCục HD\n")
        .unwrap();
    tables.add("cues.tsv", "form\tclass\tvalue\nbấm nút\tlaunch_verb\t\n").unwrap();
    let gazetteer = tables.compile(&mut Vocabulary::default(), &support::cut).unwrap();
    let meanings = gazetteer.knowledge.lookup("Cục HD", None);
    assert_eq!(&*meanings[0].entity.slug, "org/cuc-huong-dan");
    assert!(gazetteer.class("launch_verb").is_some(), "a new class of cue words");
    assert!(gazetteer.knowledge.find("org/bo-cong-an").is_some());
}
