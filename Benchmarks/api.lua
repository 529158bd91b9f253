-- wrk: a connected programme registers people, or reads two fields of them. SHOW=1 shows the first error.
local mode, folder, run = os.getenv("MODE"), os.getenv("FOLDER"), os.getenv("RUN")
local function lines(name)
  local all = {}
  for line in io.lines(folder .. "/" .. name) do if line ~= "" then all[#all + 1] = line end end
  return all
end
local keys, subjects, count, shown = lines("keys.txt"), lines("subjects.txt"), 0, false
local body = lines("body.txt")[1]
local head, tail = body:match('^(.*"email": ")[^"]*(".*)$')
math.randomseed(os.time())
function request()
  count = count + 1
  local headers = { ["Authorization"] = "Bearer " .. keys[count % #keys + 1], ["Saqta-Case"] = "bench" }
  if mode == "read" then
    headers["Saqta-Purpose"] = "contact"
    return wrk.format("GET", "/api/v1/subjects/" .. subjects[math.random(#subjects)] .. "?fields=email,telephone", headers)
  end
  local email = run .. "x" .. count .. "@example.kz"
  headers["Saqta-Purpose"], headers["Content-Type"], headers["Idempotency-Key"] = "service", "application/json", email
  return wrk.format("POST", "/api/v1/subjects", headers, head .. email .. tail)
end
if os.getenv("SHOW") then
  function response(status, _, answer)
    if status >= 400 and not shown then shown = true; io.write(status, " ", answer, "\n") end
  end
end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('RESULT {"done":%d,"us":%d,"p50_ms":%.3f,"p99_ms":%.3f,"errors":%d}\n', summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
