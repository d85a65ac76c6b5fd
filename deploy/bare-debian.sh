# A bare Debian in a folder, in which archives and images are tried. Sourced by try-release and try-container.
# Every mount lives in a mount namespace of one command and is gone with it, so that a folder can always be deleted.

fail() { echo "${0##*/}: $2" >&2; exit "$1"; }
step() { printf '== %s\n' "$1"; }

need_root_and_tools() {
    [ "$(id -u)" -eq 0 ] || fail 69 "a Debian in a folder can only be made by root: sudo $0 …"
    local tool
    for tool in debootstrap unshare ip python3; do
        command -v "$tool" >/dev/null || fail 69 "$tool is missing: apt-get install debootstrap util-linux iproute2 python3"
    done
}

# use_debian SUITE [FOLDER]: sets `root` to a bare Debian. FOLDER is used as it is when it holds one, made when not, and
# kept; without it a temporary one is made, which forget_debian deletes.
use_debian() {
    local suite=$1 folder=${2:-} mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
    temporary=
    if [ -z "$folder" ]; then
        folder=$(mktemp -d /tmp/oit-debian.XXXXXX)
        chmod 755 "$folder"
        temporary=$folder
    fi
    root=$folder
    if [ ! -e "$root/etc/debian_version" ]; then
        step "a bare Debian ($suite) in $root"
        # debootstrap mounts too; what it leaves behind when interrupted ends with its namespace.
        nice unshare --mount -- debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 ||
            { tail -n 20 "$root.log" >&2; fail 69 "debootstrap failed"; }
        rm -f "$root.log"
        printf 'deb %s %s main\n' "$mirror" "$suite" "$mirror" "$suite-updates" \
            "${mirror%/debian}/debian-security" "$suite-security" >"$root/etc/apt/sources.list"
        echo "127.0.0.1 localhost" >"$root/etc/hosts"
    fi
}

forget_debian() {
    [ -z "${temporary:-}" ] || rm -rf --one-file-system "$temporary" "$temporary.log"
}

# inside [CHROOT OPTION…] COMMAND…: runs it in `root` with /proc and /dev/shm, in process and mount namespaces of its own;
# with `offline=yes` before it, in a network of its own too, which has loopback and nothing else.
inside() {
    # shellcheck disable=SC2016  # expanded by the inner shell
    unshare --mount --pid --fork --kill-child ${offline:+--net} -- bash -c '
        root=$1 offline=$2; shift 2
        [ -z "$offline" ] || ip link set lo up || exit 69
        mount -t proc proc "$root/proc" && mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm" || exit 69
        options=(); while [[ $1 == --* ]]; do options+=("$1"); shift; done
        exec chroot "${options[@]}" "$root" "$@"' inside "$root" "${offline:-}" "$@"
}

# install PACKAGE…: with apt, nothing recommended.
install() {
    inside env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 sh -c '
        apt-get -qq -o Dpkg::Use-Pty=0 update && apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends "$@"
        ' install "$@" >"$root/install.log" 2>&1 || { tail -n 20 "$root/install.log" >&2; fail 69 "apt-get failed"; }
}

# expect_sample REPORT EXPECTED: every verdict and reason of the sample audit is the one that was written by hand.
expect_sample() {
    python3 - "$1" "$2" <<'PY' || fail 1 "the sample audit gave other verdicts than expected"
import json, sys
report, expected = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
got = {item["id"]: item for item in report["items"]}
wrong = [item for item, wanted in expected["items"].items() if item not in got or got[item]["verdict"] != wanted["verdict"]
    or wanted["reason"] not in [reason["code"] for reason in got[item]["reasons"]]]
score = report["score"]["oit"]
print(f"{len(got)} items, OIT {score['lowest']} to {score['highest']}; not as expected: {', '.join(wrong) or 'none'}")
sys.exit(bool(wrong) or got.keys() != expected["items"].keys())
PY
}
