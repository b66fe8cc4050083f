# Shared by the scripts beside it, which source it from the root of the repository.

root_package=intune-connector-catalogue
codegen_package=catalogue-codegen

# Announces what comes next.
step() {
    printf '\n== %s\n' "$*"
}

# Ends with a reason.
fail() {
    printf '\nfailed: %s\n' "$*" >&2
    exit 1
}

# Runs a command that must succeed; its output may be redirected.
run() {
    printf '$ %s\n' "$*" >&2
    "$@" || fail "this command ended with exit code $?: $*"
}

# Makes a folder that goes away when the script ends; its path is in $scratch.
make_scratch() {
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
}

# Copies the repository, without what was built, into a new folder; its path is in $copy. Files get the times of now,
# or cargo would take what it built for an earlier copy.
copy_repository() {
    copy=$scratch/copy
    mkdir "$copy"
    tar --exclude=./target --exclude=./.git --exclude=./fuzz/corpus -cf - . | tar -xmf - -C "$copy"
}

# The version of a package of this repository.
version_of() {
    local id
    id=$(cargo pkgid -p "$1") || fail "cargo knows no package $1 here"
    printf '%s\n' "${id##*[#@]}"
}

# Begins a crate outside this repository: folder, name, and the lines of its dependencies.
new_crate() {
    mkdir -p "$1/src"
    cat >"$1/Cargo.toml" <<END
[package]
name = "$2"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
$3
END
}
