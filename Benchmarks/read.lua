-- wrk: each request shows one own field: a permitted read whose evidence is durable before the answer.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Cookie"] = os.getenv("COOKIE")
wrk.headers["Sec-Fetch-Site"] = "same-origin"
wrk.headers["Origin"] = os.getenv("ORIGIN")
wrk.body = os.getenv("BODY")
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('RESULT {"done":%d,"us":%d,"p50_ms":%.3f,"p99_ms":%.3f,"errors":%d}\n', summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
