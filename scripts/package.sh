#!/bin/sh
# Makes a Debian package of what is built:   package.sh [release|debug]   prints its path.
# The libraries of Swift come along; everything else is Debian's and named as a dependency.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-release}
[ "$kind" != release ] || scripts/build.sh >&2
built=.build/$kind
version=$(sed -n 's/.*static let version = "\(.*\)".*/\1/p' Sources/saqta/Saqta.swift)
architecture=$(dpkg --print-architecture)
root=.build/package/root
rm -rf .build/package
mkdir -p "$root/DEBIAN" "$root/usr/lib/saqta" "$root/usr/bin" "$root/usr/share/saqta" "$root/usr/share/doc/saqta" \
    "$root/lib/systemd/system" .build/package/debian

cp "$built/saqta" "$built/saqta-imaging" "$root/usr/lib/saqta/"
cp -R "$built/saqta_WebCore.resources" "$root/usr/lib/saqta/"
# shellcheck disable=SC2046
cp $(ldd "$built/saqta" "$built/saqta-imaging" | sed -n 's,.*=> \(/.*/usr/lib/swift/linux/[^ ]*\).*,\1,p' | sort -u) \
    "$root/usr/lib/saqta/"
[ "$kind" != release ] || strip --strip-unneeded "$root/usr/lib/saqta/saqta" "$root/usr/lib/saqta/saqta-imaging"
install -m 0755 packaging/saqta "$root/usr/bin/saqta"
cp packaging/*.service "$root/lib/systemd/system/"
for unit in packaging/*.timer packaging/*.socket; do
    [ ! -e "$unit" ] || cp "$unit" "$root/lib/systemd/system/"
done
cp packaging/saqta.env packaging/Caddyfile packaging/nginx.conf "$root/usr/share/saqta/"
cp -R policies "$root/usr/share/saqta/policies"
cp -R README.md CHANGELOG.md docs/*.md "$root/usr/share/doc/saqta/"
[ ! -d docs/guides ] || cp -R docs/guides "$root/usr/share/doc/saqta/"
for script in postinst prerm postrm; do install -m 0755 "packaging/$script" "$root/DEBIAN/$script"; done
find "$root" -type d -exec chmod 0755 {} +

printf 'Source: saqta\n\nPackage: saqta\nArchitecture: any\nDescription: Saqta\n' >.build/package/debian/control
needs=$(cd .build/package && dpkg-shlibdeps -O --ignore-missing-info -lroot/usr/lib/saqta \
    root/usr/lib/saqta/saqta root/usr/lib/saqta/saqta-imaging 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
cat >"$root/DEBIAN/control" <<CONTROL
Package: saqta
Version: $version
Architecture: $architecture
Maintainer: Saqta <cantra@cantra.kz>
Section: web
Priority: optional
Depends: $needs, age, tesseract-ocr-rus, tesseract-ocr-kaz, tesseract-ocr-eng, util-linux, passwd, tzdata
Description: registers people under a privacy policy that runs
 A self-hosted server for a business that registers people on its site, takes
 scans of their documents and has published a privacy policy.
CONTROL
deb=.build/package/saqta_${version}_$architecture.deb
# One of a debug build goes no further than into a test on this machine.
[ "$kind" = release ] && packed="-Zxz -z1" || packed=-Znone
# shellcheck disable=SC2086
dpkg-deb --build --root-owner-group $packed "$root" "$deb" >&2
echo "$deb"
