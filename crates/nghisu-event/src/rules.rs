//! What the rule files of the stage add: a linguist's patterns beside the grammar in code.

use crate::Error;
use crate::output::Output;
use crate::reading::Reading;
use crate::statistic;
use nghisu_document::layers::{Event, EventData, Filler, SectionKind, Statistic};
use nghisu_rules::{Capture, CaptureId, Matcher, Over, RuleSet, Scratch};

/// The rules of the stage, ready to run.
#[derive(Debug)]
pub(crate) struct Productions {
    matcher: Matcher,
    indicator: Option<CaptureId>,
    value: Option<CaptureId>,
    subject: Option<CaptureId>,
    unit: Option<CaptureId>,
    period: Option<CaptureId>,
}

impl Productions {
    pub(crate) fn new(rules: &RuleSet) -> Result<Self, Error> {
        let matcher = rules.stage("event");
        matcher
            .bind(|rule| match rule.production() {
                "statistic" => Ok(()),
                other => Err(format!(
                    "the production `{other}` is none of this stage's: use `statistic`"
                )),
            })
            .map_err(|e| Error::Rule(e.to_string()))?;
        Ok(Self {
            indicator: matcher.capture_id("indicator"),
            value: matcher.capture_id("value"),
            subject: matcher.capture_id("subject"),
            unit: matcher.capture_id("unit"),
            period: matcher.capture_id("period"),
            matcher,
        })
    }

    /// Adds a statistic for each match whose figure none has yet.
    pub(crate) fn run(&self, r: &Reading<'_>, scratch: &mut Scratch, out: &mut Output) {
        self.matcher.run(r.layers, Over::Mentions, scratch, |found| {
            let take = |id: Option<CaptureId>| id.and_then(|id| found.capture(id));
            let filler = |capture: Option<Capture>| {
                capture.and_then(|c| r.filler(c.tokens.start, c.tokens.end))
            };
            let value = take(self.value).and_then(|c| r.starting(c.tokens.start));
            let Some((id, mention)) = value else { return };
            let value = r.filler_of(id);
            let Some(sentence) = r.sentence_of(mention.tokens.start) else { return };
            let section = r.layers.sections.get(sentence.section as usize).map(|s| s.kind);
            let reports = matches!(section, Some(SectionKind::Lead | SectionKind::Body));
            if !reports || out.events.iter().any(|event| has_value(&event.data, value)) {
                return;
            }
            let statistic = Statistic {
                indicator: filler(take(self.indicator)),
                subject: filler(take(self.subject)),
                value: Some(value),
                bound: statistic::amount(&mention.data).and_then(|a| a.bound),
                unit: filler(take(self.unit)).or_else(|| statistic::unit_of(r, mention)),
                period: filler(take(self.period)),
                ..Statistic::default()
            };
            let data = EventData::Statistic(statistic);
            let (evidence, rule) = (sentence.span, found.rule);
            out.events.push(Event { evidence, rule, confidence: 70, data });
        });
    }
}

fn has_value(data: &EventData, value: Filler) -> bool {
    let EventData::Statistic(statistic) = data else { return false };
    let change = statistic.change.and_then(|c| c.value);
    [statistic.value, change].iter().flatten().any(|v| v.span == value.span)
}
