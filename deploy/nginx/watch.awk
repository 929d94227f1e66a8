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
  if ($3 ~ /^[0-9.]+$/ && $NF ~ STATUS) total["latency"] = total["latency"] * 0.5 + $3 * 0.5
  if ($5 != "-") obey($1, $4, $5, $6)
  next
}

# time, status, cache, fetched at, viewer, path
kind == "answer" { if ($2 == 200 && $NF ~ STATUS) seen[$NF] = $1 }

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
    else paths++
  }
  # Until each board polled for a while, the lists say more than what was seen.
  if (now < started + 300 && paths < listed) paths = listed
  wanted = fixed ? fixed : lifetime(paths, others_hour, total["latency"])
  # Longer at once, shorter when it is worth a change.
  keep = wanted > kept || wanted < kept * 0.9 ? wanted : kept
  for (name in total) print name, total[name] > (folder "/total.new")
  for (path in seen) print path, seen[path] > (folder "/seen.new")
  print "lifetime", keep
  print "hold", (total["held_until"] > now || (inherited() > burst))
  print "after-restart", (inherited() > 0.01)
  print "outage", (total["failures_in_a_row"] >= 5)
}
