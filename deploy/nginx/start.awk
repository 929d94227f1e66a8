# With ledger.awk: prints what a start inherits. The burst that is left, 1 when not even one request is left, and the seconds to
# keep statuses. `listed` is how many status paths the allow-lists name.
{ spend($1, $2) }
END {
  left = burst - inherited()
  printf("%d %d %d\n", (left > 0 ? int(left) : 0), (left < 0), lifetime(listed, 0, 0))
}
