#!/usr/bin/env python3
"""Waits for an S3 service on 127.0.0.1:$PORT and makes a bucket:   seaweedfs_bucket.py KEYFILE BUCKET

Signs by itself (AWS Signature Version 4), so that the first call to the service is not made by the code under test.
"""
import datetime
import hashlib
import hmac
import os
import pathlib
import sys
import time
import urllib.error
import urllib.request

REGION = "us-east-1"


def signed(host, method, path, identity, secret, query=""):
    """A request without a body; the query is encoded and in order."""
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    empty = hashlib.sha256(b"").hexdigest()
    names = "host;x-amz-content-sha256;x-amz-date"
    canonical = f"{method}\n{path}\n{query}\nhost:{host}\nx-amz-content-sha256:{empty}\nx-amz-date:{now}\n\n{names}\n{empty}"
    scope = f"{now[:8]}/{REGION}/s3/aws4_request"
    text = f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    key = ("AWS4" + secret).encode()
    for part in (now[:8], REGION, "s3", "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    return urllib.request.Request(f"http://{host}{path}" + (f"?{query}" if query else ""), method=method, headers={
        "x-amz-content-sha256": empty, "x-amz-date": now,
        "Authorization": f"AWS4-HMAC-SHA256 Credential={identity}/{scope}, SignedHeaders={names}, Signature={signature}"})


def main():
    identity, secret = pathlib.Path(sys.argv[1]).read_text().split()
    host = f"127.0.0.1:{os.environ['PORT']}"
    deadline, last = time.monotonic() + 60, None
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(signed(host, "PUT", f"/{sys.argv[2]}", identity, secret), timeout=10).read()
            return 0
        except urllib.error.HTTPError as error:
            if error.code == 409:
                return 0
            last = f"{error.code} {error.read()[:300]!r}"
        except OSError as error:
            last = error
        time.sleep(0.2)
    print(f"The S3 service does not come up: {last}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
