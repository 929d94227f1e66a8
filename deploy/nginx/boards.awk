# Reads BOARDS_FILE, JSON in the form of an export. Prints what its boards pin, one a line: environment/ID or project/ID.
# Prints one sentence instead, and ends with code 1, when the file is no such JSON or, where `reads_pins` is set, when a pin
# cannot be read or there is none. The page checks the rest.

BEGIN {
  LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  DIGITS = "0123456789abcdef"
  # Quotes part the file into records: those of even number are texts, unless a backslash is before the quote.
  RS = "\""
  want = "value"
  line = 1
}

function fail(why) { problem = why; exit 1 }
function fail_at(at, why) { fail("line " at ": " why) }
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
  if (length(pin) != 22 || pin !~ /^[A-Za-z0-9_-]+[AQgw]$/) fail_at(line, "“address” holds a pin that cannot be read.")
  found[++pins] = kind "/" id_of(pin)
}

function read_address(address,    list, parts, count, one) {
  if (!reads_pins || !match(address, /(^|[?&#])pins=[^&]*/)) return
  list = substr(address, RSTART, RLENGTH)
  sub(/^[?&#]?pins=/, "", list)
  # The page writes some marks as escapes, so that programs that find links keep the address whole.
  gsub(/%2[Ee]/, ".", list)
  gsub(/%2[Dd]/, "-", list)
  gsub(/%5[Ff]/, "_", list)
  count = split(list, parts, ".")
  for (one = 1; one <= count; one++) read_pin(parts[one])
}

# Replaces the escapes of a text. A pin holds printable ASCII alone, so any other character becomes a star.
function decoded(text,    at, mark, code, result) {
  while (at = index(text, "\\")) {
    mark = substr(text, at + 1, 1)
    result = result substr(text, 1, at - 1)
    if (mark == "u") {
      code = 0
      for (mark = 2; mark <= 5; mark++) code = code * 16 + index(DIGITS, tolower(substr(text, at + mark, 1))) - 1
      result = result (code > 31 && code < 127 ? sprintf("%c", code) : "*")
      text = substr(text, at + 6)
    } else {
      result = result (index("\"\\/", mark) ? mark : "*")
      text = substr(text, at + 2)
    }
  }
  return result text
}

function is_board() { return depth == 3 && key[1] == "boards" && opened[2] == "[" }

# Checks that a value may stand here, and the values that the form of an export names.
function read_value(type, value) {
  if (want !~ /value/) fail_at(line, "this is no JSON.")
  if (depth == 0 && type != "{") fail_at(line, "this is no file of boards, which begins with { \"envboard\": 1.")
  if (depth == 1 && key[1] == "envboard") {
    has_version = 1
    if (type != "word" || value != "1") fail_at(line, "“envboard” is not 1: this gateway reads no other version.")
  }
  if (depth == 1 && key[1] == "boards") {
    has_boards = 1
    if (type != "[") fail_at(line, "“boards” is not a list.")
  }
  if (depth == 2 && key[1] == "boards" && type != "{") fail_at(line, "a board is not an object with an “address”.")
  if (is_board() && key[3] == "address") {
    has_address = 1
    if (type != "text") fail_at(line, "“address” is not a text.")
    read_address(decoded(value))
  }
  want = depth ? "comma" : "end"
}

function read_text(text,    rest) {
  rest = text
  gsub(/\\(["\\\/bfnrt]|u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])/, "", rest)
  if (rest ~ /[\001-\037\\]/) fail_at(line, "a text is not closed, or holds a mark that JSON writes as an escape.")
  if (want ~ /key/) {
    key[depth] = decoded(text)
    want = "colon"
  } else read_value("text", text)
}

function read_word(word) {
  if (word !~ /^(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)$/) fail_at(line, "this is no JSON.")
  read_value("word", word)
}

function open(bracket) {
  read_value(bracket)
  opened[++depth] = bracket
  key[depth] = ""
  want = bracket == "{" ? "first key" : "first value"
  if (is_board()) {
    has_address = 0
    board_line = line
  }
}

function close_with(bracket) {
  if (!depth || opened[depth] != bracket || (want != "comma" && want !~ /first/)) fail_at(line, "this is no JSON.")
  if (is_board() && !has_address) fail_at(board_line, "this board has no “address”.")
  depth--
  want = depth ? "comma" : "end"
}

function read_mark(mark) {
  if (mark == "{" || mark == "[") open(mark)
  else if (mark == "}") close_with("{")
  else if (mark == "]") close_with("[")
  else if (mark == ":" && want == "colon") want = "value"
  else if (mark == "," && want == "comma") want = opened[depth] == "{" ? "key" : "value"
  else fail_at(line, "this is no JSON.")
}

function read_between(text,    at, mark, word) {
  for (at = 1; at <= length(text) + 1; at++) {
    mark = substr(text, at, 1)
    if (mark != "" && !index("{}[]:, \t\r\n", mark)) {
      word = word mark
      continue
    }
    if (word != "") read_word(word)
    word = ""
    if (mark == "\n") line++
    else if (mark != "" && index("{}[]:,", mark)) read_mark(mark)
  }
}

# The mark with which some editors begin a file.
NR == 1 { sub(/^\357\273\277/, "") }
!is_text { read_between($0); is_text = 1; next }
{
  text = text $0
  if (match($0, /\\+$/) && RLENGTH % 2) {
    text = text "\""
    next
  }
  read_text(text)
  text = ""
  is_text = 0
}

END {
  if (problem == "" && want == "value") problem = "the file is empty."
  if (problem == "" && depth) problem = "line " line ": the file ends before its last bracket: it is cut."
  if (problem == "" && !has_version) problem = "it has no “envboard”, so it is no file of boards."
  if (problem == "" && !has_boards) problem = "it has no “boards”."
  if (problem == "" && reads_pins && !pins) problem = "no board in it pins anything."
  if (problem != "") {
    print problem
    exit 1
  }
  for (at = 1; at <= pins; at++) print found[at]
}
