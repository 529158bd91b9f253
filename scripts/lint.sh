#!/bin/sh
# Format, imports against the rooms, nonces, lengths of files, and what must not be written anywhere in the tree.
set -eu
cd "$(dirname "$0")/.."

swift format lint --strict --parallel --recursive Package.swift Sources Tests
python3 scripts/imports.py --self-test
python3 scripts/imports.py
python3 scripts/nonces.py --self-test
python3 scripts/nonces.py

bad=0
files=$(git ls-files --cached --others --exclude-standard)

for file in $(printf '%s\n' "$files" | grep -E '\.(swift|c|h|py|sh|js|css)$'); do
    [ -f "$file" ] || continue
    lines=$(wc -l <"$file")
    if [ "$lines" -gt 400 ]; then
        echo "$file: $lines lines, the most is 400" >&2
        bad=1
    fi
done

# Addresses of package registries, and paths of the machine it was written on. The brackets keep this line out of it.
if printf '%s\n' "$files" | tr '\n' '\0' | xargs -0 grep -nIsE \
    '(deb|security)[.]debian[.]org|pypi[.]org|pythonhosted[.]org|registry[.]npmjs|crates[.]io|proxy[.]golang|(^|[^a-z])/(work|root|home)[/]'; then
    echo "No registry's address and no path of one machine may stand in the tree" >&2
    bad=1
fi
exit "$bad"
