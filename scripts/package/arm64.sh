# How package-linux.sh builds for arm64 on amd64: Debian's cross compiler, Debian's libraries for arm64 beside our
# own, and the standard library from rust-web-src, since Debian's Rust brings it for the building machine only.
# Sourced; uses say, fail, need_packages, and sets $built.

ARM64_TARGET=aarch64-unknown-linux-gnu

build_for_arm64() {
  if ! dpkg --print-foreign-architectures | grep -qx arm64; then
    say "Adding arm64 to the package lists"
    as_root dpkg --add-architecture arm64
  fi
  need_packages "the cross compiler" rustc-web cargo-web rust-web-src gcc-aarch64-linux-gnu g++-aarch64-linux-gnu \
    libc6-dev-arm64-cross pkg-config
  if ! dpkg-query -W -f '${db:Status-Status}\n' libwebkit2gtk-4.1-dev:arm64 2>/dev/null | grep -qx installed; then
    say "Installing the window's libraries for arm64"
    install_packages libwebkit2gtk-4.1-dev:arm64 libssl-dev:arm64 ||
      fail "Debian could not install the arm64 libraries beside those of this machine." \
        "Run the script on an arm64 machine, or in a chroot of its own; docs/packaging.md says more."
  fi
  local folder=${CARGO_TARGET_DIR:-target/linux-arm64}
  say "Building for arm64"
  PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$folder \
    CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc \
    CC_aarch64_unknown_linux_gnu=aarch64-linux-gnu-gcc CXX_aarch64_unknown_linux_gnu=aarch64-linux-gnu-g++ \
    PKG_CONFIG_ALLOW_CROSS=1 PKG_CONFIG_PATH=/usr/lib/aarch64-linux-gnu/pkgconfig PKG_CONFIG_LIBDIR=/usr/lib/aarch64-linux-gnu/pkgconfig:/usr/share/pkgconfig \
    cargo build --locked --release -Zbuild-std=std,panic_unwind --target $ARM64_TARGET \
    --package gongkai --package gongkai-cli --bins </dev/null
  built=$folder/$ARM64_TARGET/release
}
