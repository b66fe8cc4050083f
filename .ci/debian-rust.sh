# Another Rust from Debian's packages, unpacked into a folder: nothing is installed. Sourced by the scripts beside it.

# Unpacks the newest `rustc-web` whose version begins like this, with further packages of the same version, into a
# folder, and sets $debian_rustc, $debian_rustdoc, $debian_cargo and $debian_libraries.
unpack_debian_rust() {
    local release=$1 folder=$2 version package
    shift 2
    for package in apt-cache apt-get dpkg; do
        command -v "$package" >/dev/null || fail "$package is not installed: there is no Debian here to get Rust from"
    done
    version=$(apt-cache madison rustc-web | awk -v start="$release." 'index($3, start) == 1 { print $3; exit }')
    [ -n "$version" ] || fail "Debian has no rustc-web $release; try: apt-get update"
    local root=$folder/root
    if [ "$(cat "$folder/version" 2>/dev/null)" != "$version $*" ]; then
        step "unpack Rust $version of Debian into a folder"
        rm -rf "$folder"
        mkdir -p "$folder/packages" "$root"
        local wanted=()
        for package in rustc-web cargo-web libstd-rust-web-dev "$@"; do
            wanted+=("$package=$version")
        done
        # What else they need and this machine lacks, such as LLVM.
        apt-get install --simulate --no-install-recommends --allow-downgrades "${wanted[@]}" \
            | awk '/^Inst / { version = ($3 ~ /^\[/) ? $4 : $3; sub(/^\(/, "", version); print $2 "=" version }' \
            >"$folder/needed"
        (cd "$folder/packages" && xargs apt-get download --quiet <../needed) || fail 'the packages cannot be had'
        for package in "$folder"/packages/*.deb; do
            dpkg -x "$package" "$root"
        done
        rm -r "$folder/packages"
        printf '%s\n' "$version $*" >"$folder/version"
    fi
    debian_libraries=$root/usr/lib/x86_64-linux-gnu:$root/lib/x86_64-linux-gnu
    for package in "$root"/usr/lib/llvm-*/lib; do
        debian_libraries=$debian_libraries:$package
    done
    debian_rustc=$root/usr/bin/rustc debian_rustdoc=$root/usr/bin/rustdoc debian_cargo=$root/usr/bin/cargo
}
