//! The sRGB colour profile (IEC 61966-2-1) as an ICC version 2 display profile, made here so that none has
//! to be shipped.

const HEADER: usize = 128;

/// The profile's bytes.
pub(super) fn srgb() -> Vec<u8> {
    // Primaries and white as ICC profiles of sRGB state them, adapted to D50.
    let tags: [(&[u8; 4], Vec<u8>); 7] = [
        (b"desc", description("sRGB IEC61966-2.1")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", xyz(0.43607, 0.22249, 0.01392)),
        (b"gXYZ", xyz(0.38515, 0.71687, 0.09708)),
        (b"bXYZ", xyz(0.14307, 0.06061, 0.71410)),
        (b"rTRC", curve()),
    ];
    // Green and blue share the curve of red.
    let shared: [&[u8; 4]; 2] = [b"gTRC", b"bTRC"];
    let mut table = Vec::new();
    let mut data = Vec::new();
    let count = tags.len() + shared.len();
    let base = HEADER + 4 + 12 * count;
    let mut entry = |name: &[u8; 4], offset: usize, size: usize| {
        table.extend_from_slice(name);
        table.extend_from_slice(&(offset as u32).to_be_bytes());
        table.extend_from_slice(&(size as u32).to_be_bytes());
    };
    for (name, bytes) in &tags {
        let offset = base + data.len();
        entry(name, offset, bytes.len());
        if *name == b"rTRC" {
            shared.iter().for_each(|other| entry(other, offset, bytes.len()));
        }
        data.extend_from_slice(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut out = header((base + data.len()) as u32);
    out.extend_from_slice(&(count as u32).to_be_bytes());
    out.extend(table);
    out.extend(data);
    out
}

fn header(size: u32) -> Vec<u8> {
    let mut out = vec![0; HEADER];
    out[0..4].copy_from_slice(&size.to_be_bytes());
    out[8..12].copy_from_slice(&[2, 0x10, 0, 0]);
    out[12..24].copy_from_slice(b"mntrRGB XYZ ");
    // 1 January 2000: the profile does not depend on when it was made.
    for (i, part) in [2000u16, 1, 1, 0, 0, 0].iter().enumerate() {
        out[24 + 2 * i..26 + 2 * i].copy_from_slice(&part.to_be_bytes());
    }
    out[36..40].copy_from_slice(b"acsp");
    out[68..80].copy_from_slice(&xyz(0.9642, 1.0, 0.8249)[8..]);
    out
}

fn fixed(value: f64) -> [u8; 4] {
    ((value * 65536.0).round() as i32).to_be_bytes()
}

fn xyz(x: f64, y: f64, z: f64) -> Vec<u8> {
    let mut out = b"XYZ \0\0\0\0".to_vec();
    [x, y, z].iter().for_each(|v| out.extend_from_slice(&fixed(*v)));
    out
}

fn text(words: &str) -> Vec<u8> {
    let mut out = b"text\0\0\0\0".to_vec();
    out.extend_from_slice(words.as_bytes());
    out.push(0);
    out
}

fn description(words: &str) -> Vec<u8> {
    let mut out = b"desc\0\0\0\0".to_vec();
    out.extend_from_slice(&(words.len() as u32 + 1).to_be_bytes());
    out.extend_from_slice(words.as_bytes());
    // End of the ASCII name, then empty Unicode and script names of fixed size.
    out.resize(out.len() + 1 + 8 + 3 + 67, 0);
    out
}

/// The sRGB transfer curve in 64 steps, which are exact at the ends: our pages are black and red.
fn curve() -> Vec<u8> {
    let mut out = b"curv\0\0\0\0".to_vec();
    out.extend_from_slice(&64u32.to_be_bytes());
    for step in 0..64 {
        let v = f64::from(step) / 63.0;
        let light = if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) };
        out.extend_from_slice(&((light * 65535.0).round() as u16).to_be_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_profile_states_its_own_size() {
        let profile = super::srgb();
        assert_eq!(
            u32::from_be_bytes([profile[0], profile[1], profile[2], profile[3]]) as usize,
            profile.len()
        );
        assert_eq!(&profile[36..40], b"acsp");
    }
}
