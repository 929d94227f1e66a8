# With ledger.awk: reads what nginx logged since the last look, and prints what nginx is to do. `kind` names the file that
# is being read: `total` and `seen` were written by the look before, `spent` is the ledger, `asked` and `answer` are the
# new lines of the inner and the outer tier. Needs `listed`, `fixed`, `kept` (seconds that statuses are kept now) and `folder`.

kind == "total" { total[$1] = $2; next }
kind == "seen" { seen[$1] = $2; next }
kind == "spent" { spend($1, $2); next }

# time, status:upstream's status, seconds, limit, remaining, reset, path
kind == "asked" {
  status = $2
  sub(/:.*/, "", status)
  # 401, 403 and 404 are answers: Qovery is there.
  if (status ~ /^[23]/ || status == 401 || status == 403 || status == 404) total["failures_in_a_row"] = 0
  else total["failures_in_a_row"]++
  count_failure($2)
  if ($3 ~ /^[0-9.]+$/ && $NF ~ STATUS) total["latency"] = "latency" in total ? total["latency"] * 0.5 + $3 * 0.5 : $3
  if ($5 != "-") obey($1, $4, $5, $6)
  next
}

# time, status, cache, fetched at, viewer, path
kind == "answer" {
  total["answers_" ($3 == "-" ? "NONE" : $3)]++
  seen["viewer/" $5] = $1
  if ($2 != 200 || $NF !~ STATUS) next
  seen[$NF] = $1
  if ($4 ~ /^[0-9]+\.[0-9]+$/ && $1 - $4 > oldest) oldest = $1 - $4
}

function count_failure(statuses) {
  if (statuses ~ /:401$/) total["failures_token-rejected"]++
  else if (statuses ~ /:429$/) total["failures_rate-limited"]++
  else if (statuses ~ /^50[0-9]:$/) total["failures_unreachable"]++
  else if (statuses ~ /^504:/) total["failures_timeout"]++
  else if (statuses ~ /^5/) total["failures_server-error"]++
}

# Prometheus' text form.
function metric(name, type, help) {
  printf "# HELP envboard_%s %s\n# TYPE envboard_%s %s\n", name, help, name, type > metrics
}
function value(name, label, number) { printf "envboard_%s%s %s\n", name, label, number + 0 > metrics }
function labelled(name, prefix, label,    key) {
  for (key in total)
    if (index(key, prefix) == 1) value(name, "{" label "=\"" substr(key, length(prefix) + 1) "\"}", total[key])
}
function write_metrics() {
  metrics = folder "/metrics.new"
  metric("upstream_requests_hour", "gauge", "Requests to Qovery within the last hour, earlier starts included.")
  value("upstream_requests_hour", "", spent_hour)
  metric("upstream_budget_hour", "gauge", "Requests to Qovery that an hour may hold.")
  value("upstream_budget_hour", "", budget)
  metric("upstream_remaining_hour", "gauge", "Requests to Qovery that the last hour leaves.")
  value("upstream_remaining_hour", "", (spent_hour < budget ? budget - spent_hour : 0))
  metric("upstream_failures_total", "counter", "Requests to Qovery without a usable answer, by kind.")
  labelled("upstream_failures_total", "failures_", "kind")
  metric("answers_total", "counter", "Answers to viewers, by cache status.")
  labelled("answers_total", "answers_", "cache")
  metric("oldest_status_seconds", "gauge", "The oldest status answered since the last look.")
  value("oldest_status_seconds", "", oldest)
  metric("status_lifetime_seconds", "gauge", "How long a status is kept.")
  value("status_lifetime_seconds", "", keep)
  metric("watched_paths", "gauge", "Status paths that viewers requested within 5 minutes.")
  value("watched_paths", "", paths)
  metric("viewers", "gauge", "Addresses that requested anything of the API within 5 minutes.")
  value("viewers", "", viewers)
  close(metrics)
}

# Other users of the same token are known by Qovery's own count alone: at what the budget leaves over, nothing is sent
# until Qovery begins anew. `reset` is seconds, or Unix time.
function obey(at, limit, remaining, reset) {
  limit = limit == "-" ? 1000 : limit + 0
  if (reset == "-") reset = 60
  if (reset > 1e9) reset -= at
  if (reset > 3600) reset = 3600
  spare = limit - budget
  if (spare < limit / 50) spare = limit / 50
  total["held_until"] = remaining + 0 <= spare && reset > 0 ? at + reset : 0
}

END {
  for (path in seen) {
    if (seen[path] < now - 300) delete seen[path]
    else if (path ~ /^viewer\//) viewers++
    else paths++
  }
  # Until each board polled for a while, the lists say more than what was seen.
  if (now < started + 300 && paths < listed) paths = listed
  wanted = fixed ? fixed : lifetime(paths, others_hour, total["latency"])
  # Longer at once, shorter when it is more than a rounded second.
  keep = wanted > kept || wanted < kept - 1 ? wanted : kept
  # `print` would round a time to six digits, which is up to an hour.
  for (name in total) printf "%s %.3f\n", name, total[name] > (folder "/total.new")
  for (path in seen) print path, seen[path] > (folder "/seen.new")
  write_metrics()
  print "lifetime", keep
  print "hold", (total["held_until"] > now || (inherited() > burst))
  print "after-restart", (inherited() > 0.01)
  print "outage", (total["failures_in_a_row"] >= 5)
}
