-- wrk: each request is the consent form of another invented person; names and consent are stored in one transaction.
local token, cookie, edition = os.getenv("TOKEN"), os.getenv("COOKIE"), os.getenv("EDITION")
local seed = 0
function setup(thread) seed = seed + 1; thread:set("seed", seed) end
function init() math.randomseed(os.time() * 1000 + seed) ; wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  wrk.headers["Cookie"] = cookie
  wrk.headers["Sec-Fetch-Site"] = "same-origin"
  wrk.headers["Origin"] = os.getenv("ORIGIN")
end
local function submission()
  local part = {}
  for i = 1, 8 do part[i] = string.format("%04x", math.random(0, 65535)) end
  return table.concat(part)
end
function request()
  return wrk.format(nil, nil, nil, "form-token=" .. token .. "&family=Bench&given=Invented&patronymic=&declaration=yes&consent=yes"
    .. "&answer=yes&edition=" .. edition .. "&submission=" .. submission())
end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('RESULT {"done":%d,"us":%d,"p50_ms":%.3f,"p99_ms":%.3f,"errors":%d}\n', summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
