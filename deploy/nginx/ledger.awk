# The requests that nginx sent to Qovery, counted as nginx's limit_req counts them: a bucket that drains `rate` requests a
# second and holds `burst` + 1. Needs `rate`, `burst`, `now` and `started` (Unix time; when this nginx began).
# A line of the ledger: time, path. nginx writes it before the request leaves, so that a crash forgets none.

function drained(amount, seconds) {
  amount -= seconds > 0 ? seconds * rate : 0
  return amount > 0 ? amount : 0
}

function spend(at, path) {
  # A crash or a full disk can leave a line without a time: it counts as a request of the time of the line before, because
  # a time long ago would empty the bucket.
  if (at !~ /^[0-9]+(\.[0-9]+)?$/ || at + 0 < 1e9) at = spent_at
  at += 0
  # After the clock was set back, a line of the future counts as one of just before the start.
  if (at > now) at = started - 0.001
  level = drained(level, at - spent_at) + 1
  spent_at = at
  if (at >= started) {
    level_here = drained(level_here, at - spent_here_at) + 1
    spent_here_at = at
  }
  if (at > now - 3600) {
    spent_hour++
    if (path !~ STATUS) others_hour++
  }
}

# What earlier starts left in the bucket, beyond what this nginx counts by itself.
function inherited() { return drained(level, now - spent_at) - drained(level_here, now - spent_here_at) }

# Seconds to keep statuses so that each path is fetched as often as the hour allows. The burst pays for other requests
# first. nginx keeps an answer up to one second longer than it is told, half a second on average.
function lifetime(paths, others, latency,    hour, seconds) {
  hour = rate * 3600
  if (hour > hour + burst - others) hour += burst - others
  if (hour < 60) hour = 60
  seconds = int(paths * 3600 / hour - latency)
  return seconds < 9 ? 9 : seconds > 3600 ? 3600 : seconds
}

BEGIN { STATUS = "/(status|statuses|overview)$" }
