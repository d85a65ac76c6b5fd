# The system packages of the project, and how they are installed. Sourced by ./audit, ./test and the scripts beside it.

# What the program needs to be built and run.
build_packages=(libcurl4-openssl-dev libxml2-dev libarchive-dev libmicrohttpd-dev libidn2-dev libssl-dev libsqlite3-dev libthai-dev libxlsxwriter-dev libzstd-dev pkg-config ca-certificates)
# Small programs that read most of the evidence: PDF files, scans, archives, and the sandbox for all of them.
reading_packages=(bubblewrap libarchive-tools poppler-utils tesseract-ocr tesseract-ocr-eng tesseract-ocr-tha)
# What the tests need on top.
test_packages=(python3 python3-jsonschema openssl curl shellcheck python3-venv chromium chromium-driver fontconfig fonts-noto-core fonts-thai-tlwg libreoffice-calc-nogui libreoffice-impress-nogui libreoffice-writer-nogui tidy)
# What the finished program needs to run: the libraries that it is linked with (deploy/release compares this with the
# program itself) and the certificates by which websites are trusted. Sorted.
runtime_packages=(ca-certificates libarchive13 libc6 libcurl4 libgcc-s1 libidn2-0 libmicrohttpd12 libsqlite3-0 libssl3 libstdc++6 libthai0 libxlsxwriter4 libxml2 libzstd1)
# Programs and fonts that are used where they are installed. Sorted.
optional_packages=(bubblewrap chromium fonts-noto-core fonts-thai-tlwg libarchive-tools libreoffice-calc-nogui libreoffice-impress-nogui libreoffice-writer-nogui openssl poppler-utils tesseract-ocr tesseract-ocr-eng tesseract-ocr-tha)

need_swift() {
    if ! command -v swift >/dev/null 2>&1; then
        echo "Swift 6.2 or later is not on the PATH. Get it from swift.org (Install, Linux, Debian 12) and call this command again." >&2
        exit 69
    fi
}

# install_missing WHY PACKAGE...
install_missing() {
    local why=$1 package missing=()
    shift
    for package in "$@"; do
        if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then
            missing+=("$package")
        fi
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "Installing to $why: ${missing[*]}" >&2
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "These packages are missing and neither root nor sudo is at hand: ${missing[*]}" >&2
            exit 69
        fi
        root=(sudo)
        [ -t 0 ] || root+=(-n)
    fi
    local apt=(apt-get -o DPkg::Lock::Timeout=900 -o Dpkg::Use-Pty=0 -qq)
    if ! { "${root[@]}" env DEBIAN_FRONTEND=noninteractive "${apt[@]}" update &&
        "${root[@]}" env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } >&2; then
        echo "The packages could not be installed: ${missing[*]}" >&2
        exit 69
    fi
}
