//! The entries that are compared, and what all sets of them have in common.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

include!(concat!(env!("OUT_DIR"), "/sets.rs"));

/// A set of entries; values come back as their ids.
pub trait Set {
    const IDS: &'static [u16];
    const NAMES: &'static [&'static str];
    type Ours: Copy;
    type Peer: Copy;
    type AnyCase: Copy;

    fn ours_id(id: u16) -> Option<Self::Ours>;
    fn num_enum(id: u16) -> Option<Self::Peer>;
    fn from_repr(id: u16) -> Option<Self::Peer>;
    fn phf_id(id: u16) -> Option<Self::Peer>;
    fn match_id(id: u16) -> Option<Self::Peer>;

    fn ours_name(name: &str) -> Option<Self::Ours>;
    fn strum_name(name: &str) -> Option<Self::Peer>;
    fn strum_any_case(name: &str) -> Option<Self::AnyCase>;
    fn phf_name(name: &str) -> Option<Self::Peer>;
    fn match_name(name: &str) -> Option<Self::Peer>;

    fn name(ours: Self::Ours) -> &'static str;
    fn severity(ours: Self::Ours) -> u8;
    fn text(ours: Self::Ours) -> &'static str;
    fn peer_name(peer: Self::Peer) -> &'static str;
    fn peer_severity(peer: Self::Peer) -> u8;
    fn peer_text(peer: Self::Peer) -> &'static str;

    /// What a hash map holds.
    fn by_id() -> FxHashMap<u16, Self::Peer> {
        Self::IDS.iter().filter_map(|id| Some((*id, Self::match_id(*id)?))).collect()
    }

    fn by_id_std() -> HashMap<u16, Self::Peer> {
        Self::IDS.iter().filter_map(|id| Some((*id, Self::match_id(*id)?))).collect()
    }

    fn by_name() -> FxHashMap<&'static str, Self::Peer> {
        Self::NAMES.iter().filter_map(|name| Some((*name, Self::match_name(name)?))).collect()
    }

    fn by_name_std() -> HashMap<&'static str, Self::Peer> {
        Self::NAMES.iter().filter_map(|name| Some((*name, Self::match_name(name)?))).collect()
    }

    /// For a binary search; ids are sorted already.
    fn sorted() -> Vec<(u16, Self::Peer)> {
        Self::IDS.iter().filter_map(|id| Some((*id, Self::match_id(*id)?))).collect()
    }
}

macro_rules! sets {
    ($($set:ident: $module:ident,)*) => {$(
        pub struct $set;

        impl Set for $set {
            const IDS: &'static [u16] = &$module::IDS;
            const NAMES: &'static [&'static str] = &$module::NAMES;
            type Ours = $module::Event;
            type Peer = $module::Peer;
            type AnyCase = $module::AnyCase;

            #[inline(always)]
            fn ours_id(id: u16) -> Option<Self::Ours> {
                $module::Event::from_id(id)
            }
            #[inline(always)]
            fn num_enum(id: u16) -> Option<Self::Peer> {
                $module::Peer::try_from(id).ok()
            }
            #[inline(always)]
            fn from_repr(id: u16) -> Option<Self::Peer> {
                $module::Peer::from_repr(id)
            }
            #[inline(always)]
            fn phf_id(id: u16) -> Option<Self::Peer> {
                $module::PHF_IDS.get(&id).copied()
            }
            #[inline(always)]
            fn match_id(id: u16) -> Option<Self::Peer> {
                $module::match_id(id)
            }
            #[inline(always)]
            fn ours_name(name: &str) -> Option<Self::Ours> {
                $module::Event::from_name(name)
            }
            #[inline(always)]
            fn strum_name(name: &str) -> Option<Self::Peer> {
                name.parse().ok()
            }
            #[inline(always)]
            fn strum_any_case(name: &str) -> Option<Self::AnyCase> {
                name.parse().ok()
            }
            #[inline(always)]
            fn phf_name(name: &str) -> Option<Self::Peer> {
                $module::PHF_NAMES.get(name).copied()
            }
            #[inline(always)]
            fn match_name(name: &str) -> Option<Self::Peer> {
                $module::match_name(name)
            }
            #[inline(always)]
            fn name(ours: Self::Ours) -> &'static str {
                ours.name()
            }
            #[inline(always)]
            fn severity(ours: Self::Ours) -> u8 {
                ours.severity() as u8
            }
            #[inline(always)]
            fn text(ours: Self::Ours) -> &'static str {
                ours.description()
            }
            #[inline(always)]
            fn peer_name(peer: Self::Peer) -> &'static str {
                $module::name(peer)
            }
            #[inline(always)]
            fn peer_severity(peer: Self::Peer) -> u8 {
                $module::severity(peer)
            }
            #[inline(always)]
            fn peer_text(peer: Self::Peer) -> &'static str {
                $module::text(peer)
            }
        }
    )*};
}

sets! {
    Of19: of_19,
    Of80: of_80,
    Of1000: of_1000,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who is compared must give the same answers, to what is there and to what is not.
    fn all_agree<S: Set>() {
        let by_id = S::by_id();
        for id in 0..=u16::MAX {
            let ours = S::ours_id(id).map(S::name);
            for peer in [S::num_enum(id), S::from_repr(id), S::phf_id(id), S::match_id(id)] {
                assert_eq!(peer.map(S::peer_name), ours, "{id}");
            }
            assert_eq!(by_id.contains_key(&id), ours.is_some(), "{id}");
        }
        for name in
            S::NAMES.iter().flat_map(|name| [(*name).to_owned(), format!("{name}x"), name.to_uppercase()])
        {
            let ours = S::ours_name(&name).map(S::name);
            assert_eq!(S::strum_any_case(&name).is_some(), ours.is_some(), "{name}");
            let exact = ours.filter(|ours| *ours == name);
            for peer in [S::strum_name(&name), S::phf_name(&name), S::match_name(&name)] {
                assert_eq!(peer.map(S::peer_name), exact, "{name}");
            }
        }
        for (ours, peer) in S::IDS.iter().map(|id| (S::ours_id(*id).unwrap(), S::match_id(*id).unwrap())) {
            assert_eq!((S::text(ours), S::severity(ours)), (S::peer_text(peer), S::peer_severity(peer)));
        }
    }

    #[test]
    fn all_agree_on_19() {
        all_agree::<Of19>();
    }

    #[test]
    fn all_agree_on_80() {
        all_agree::<Of80>();
    }

    #[test]
    fn all_agree_on_1000() {
        all_agree::<Of1000>();
    }
}
