# Prints what the boards of BOARDS_FILE pin, one a line: environment/ID or project/ID. The file has the form of an export; the
# page checks all of it, this only what an allow-list needs. A pin that cannot be read ends it with a sentence and code 1.

BEGIN {
  LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  DIGITS = "0123456789abcdef"
}

function fail(why) { printf "line %d: “address” %s\n", NR, why; failed = 1; exit 1 }
function bits_at(text, at) { return index(LETTERS, substr(text, at, 1)) - 1 }
function digit(value) { return substr(DIGITS, value + 1, 1) }

# Two letters are three digits; the last of 33 is unused.
function id_of(packed,    at, bits, digits) {
  for (at = 1; at < 23; at += 2) {
    bits = bits_at(packed, at) * 64 + bits_at(packed, at + 1)
    digits = digits digit(int(bits / 256)) digit(int(bits / 16) % 16) digit(bits % 16)
  }
  return substr(digits, 1, 8) "-" substr(digits, 9, 4) "-" substr(digits, 13, 4) "-" substr(digits, 17, 4) "-" substr(digits, 21, 12)
}

function read_pin(pin,    kind) {
  sub(/(~|%7[Ee]).*/, "", pin)
  kind = "environment"
  if (length(pin) == 23 && substr(pin, 1, 1) == "p") {
    kind = "project"
    pin = substr(pin, 2)
  }
  if (length(pin) != 22 || pin !~ /^[A-Za-z0-9_-]+[AQgw]$/) fail("holds a pin that cannot be read.")
  print kind "/" id_of(pin)
}

{
  rest = $0
  while (match(rest, /"address"[ \t]*:[ \t]*"[^"]*"/)) {
    address = substr(rest, RSTART, RLENGTH)
    rest = substr(rest, RSTART + RLENGTH)
    if (!match(address, /["?&#]pins=[^&"]*/)) continue
    list = substr(address, RSTART + 6, RLENGTH - 6)
    if (index(list, "\\")) fail("holds an escape: write it plainly.")
    # The page writes some marks as escapes, so that programs that find links keep the address whole.
    gsub(/%2[Ee]/, ".", list)
    gsub(/%2[Dd]/, "-", list)
    gsub(/%5[Ff]/, "_", list)
    count = split(list, pins, ".")
    for (one = 1; one <= count; one++) read_pin(pins[one])
    found += count
  }
}

END {
  if (!failed && !found) {
    print "no board in it pins anything."
    exit 1
  }
}
