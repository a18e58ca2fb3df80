//! The five channels together carry at least every item, in the statistics table of 2014–2018. They need not be the same: an item counts once on each of its channels.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.published_channels",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：各渠道公开数之和不少于主动公开政府信息数",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对主动公开政府信息数和各渠道公开数；每条信息至少在一个渠道公开，不能把条数和渠道数填反",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_items_than_the_channels_carried() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.disclosed", 3);
        set(&mut dossier, "stats.channel.website", 2);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 2") && found[0].message.contains("后者为 3"));
    }

    #[test]
    fn an_item_on_two_channels_counts_on_both() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.disclosed", 3);
        set(&mut dossier, "stats.channel.website", 3);
        set(&mut dossier, "stats.channel.wechat", 2);
        nothing(&dossier);
    }
}
