-- wrk: the same page again and again; ACCEPT: what the client says that it can unpack, as browsers do.
if os.getenv("ACCEPT") then wrk.headers["Accept-Encoding"] = os.getenv("ACCEPT") end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('RESULT {"done":%d,"us":%d,"p50_ms":%.3f,"p99_ms":%.3f,"errors":%d}\n', summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
