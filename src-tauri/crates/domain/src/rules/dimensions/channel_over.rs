//! No channel carries more than there are items. Channels together may well: an item on two channels
//! counts on both, so their sum is never held against the total.

use super::ways::{TOTAL, beginning, over, these};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.channel_over",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "每个渠道不多于主动公开总数",
    basis: "按渠道统计：一条信息在一个渠道只计1条；各渠道之和可以多于总数",
    advice: "核对这个渠道的数和总数；渠道里计了不属于政府信息的推送的，减去",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let mut channels = beginning(dossier, "disclosure.channel.");
    channels.extend(these(dossier, &["disclosure.new_media"]));
    for channel in channels {
        out.extend(over(dossier, &RULE, &[channel], &format!("「{}」", channel.label), TOTAL));
    }
}

#[cfg(test)]
mod tests {
    use super::super::ways::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_on_a_channel_than_there_are() {
        let mut dossier = items(200);
        entries(&mut dossier, "channel", &exact([230, 80]));
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("230") && found[0].message.contains("200"));
        assert_eq!(found[0].places.len(), 3, "the channel, the total, its records");
    }

    #[test]
    fn channels_need_not_add_up() {
        for (one, other) in [(100, 80), (150, 120), (200, 200), (3, 0)] {
            let mut dossier = items(200);
            entries(&mut dossier, "channel", &exact([one, other]));
            nothing(&dossier);
        }
    }

    #[test]
    fn some_hundred_and_some_eighty_of_two_hundred() {
        let mut dossier = items(200);
        entries(&mut dossier, "channel", &[about(100), about(80)]);
        nothing(&dossier);
        add_figure(&mut dossier, "disclosure.channel.more", "短信", about(210));
        assert!(only(&dossier, RULE.id)[0].message.contains("210余"));
    }
}
