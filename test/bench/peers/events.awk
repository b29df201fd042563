# Three clocks in office hours for each employee, as policies/events.yaml says. Reads the first seven columns of the log, sorted by
# ticket and time; -v calendar=FILE. Open seconds are counted from the calendar's first day.
BEGIN {
  FS = ","; OFMT = CONVFMT = "%.0f"
  while ((getline line < calendar) > 0) {
    split(line, day, ",")
    pre[day[2]] = day[3]; s1[day[2]] = day[4]; e1[day[2]] = day[5]; s2[day[2]] = day[6]; e2[day[2]] = day[7]
  }
  end = pre["2026-01-15"]
  split("urgent 1800 3600 14400 high 3600 7200 28800 normal 14400 14400 86400 low 28800 28800 144000", each, " ")
  for (i = 1; i <= 16; i += 4) { within[each[i], 1] = each[i + 1] + 0; within[each[i], 2] = each[i + 2] + 0; within[each[i], 3] = each[i + 3] + 0 }
  title[1] = "first_response"; title[2] = "next_response"; title[3] = "resolution"
}
$1 != ticket { finish(); ticket = $1; priority = $7; rows = 0 }
{
  rows++
  date = substr($2, 1, 10); time = substr($2, 12, 2) * 3600 + substr($2, 15, 2) * 60 + substr($2, 18, 2)
  open[rows] = pre[date] + between(time, s1[date], e1[date]) + between(time, s2[date], e2[date])
  # The office was open until this instant, so open time reached its count now and not before.
  moves[rows] = (time > s1[date] && time <= e1[date]) || (time > s2[date] && time <= e2[date])
  event[rows] = $3; status[rows] = $4; holder[rows] = $6
}
END {
  finish()
  for (key in longest) { split(key, part, SUBSEP); print title[part[1]] "," part[2] "," met[key] + 0 "," breached[key] + 0 "," stopped[key] + 0 "," sum[key] + 0 "," longest[key] }
}

function between(time, opens, closes) { return time <= opens ? 0 : (time < closes ? time : closes) - opens }

function put(clock, employee, late, stops, used,   key) {
  key = clock SUBSEP employee
  if (late) breached[key]++; else met[key]++
  if (!(key in longest)) longest[key] = 0
  if (stops) { stopped[key]++; sum[key] += used; if (used > longest[key]) longest[key] = used }
}

# A run over the rows from..to, begun when `started` seconds had been open; `stop` is the row that ends it, 0 for none.
function judge(clock, started, from, to, stop,   used, due, i) {
  used = (stop ? open[stop] : end) - started
  due = started + within[priority, clock]
  if (used <= due - started) { if (stop) put(clock, before(stop), 0, 1, used); return }
  for (i = to; i > from; i--) if (open[i] < due || (open[i] == due && moves[i])) break
  put(clock, holder[i], 1, stop, used)
}

# Who held the ticket up to this row, or by it where nobody had.
function before(row) { return row > 1 && holder[row - 1] != "" ? holder[row - 1] : holder[row] }

function finish(   i, answered, asked, from, last, used, target, held, counts) {
  if (ticket == "") return
  asked = -1; from = 1; last = 0; used = 0; target = within[priority, 3]; held = holder[1]; counts = 0; answered = 0
  for (i = 1; i <= rows; i++) {
    if (event[i] == "customer_reply" && asked < 0) asked = open[i]
    if (event[i] == "agent_reply" || event[i] == "resolved") {
      if (!answered) { judge(1, open[1], 1, i, i); answered = 1 }
      if (asked >= 0) judge(2, asked, from, i, i)
      asked = -1; from = i + 1
    }
    # Resolution: time counts while the ticket is with the desk.
    if (counts) used += open[i] - open[i - 1]
    if (used < target || (used == target && counts && moves[i])) held = holder[i]
    counts = status[i] == "new" || status[i] == "open"
    if (event[i] == "resolved") last = i
  }
  if (!answered) judge(1, open[1], 1, rows, 0)
  if (asked >= 0) judge(2, asked, from, rows, 0)
  if (counts) used += end - open[rows]
  if (status[rows] != "resolved" && status[rows] != "closed") last = 0
  if (used > target) put(3, held, 1, last, used)
  else if (last) put(3, before(last), 0, 1, used)
}
