# Three clocks in office hours for each employee, as policies/events.yaml says; vectorised. python3 pandas-events.py CALENDAR FILE ANSWER
import sys

import numpy as np
import pandas as pd

calendar_path, path, answer_path = sys.argv[1:]
calendar = pd.read_csv(calendar_path)
end = int(calendar.loc[calendar.date == '2026-01-15', 'pre'].iloc[0])
targets = pd.DataFrame(
    {'first_response': [1800, 3600, 14400, 28800], 'next_response': [3600, 7200, 14400, 28800], 'resolution': [14400, 28800, 86400, 144000]},
    index=['urgent', 'high', 'normal', 'low'],
)

log = pd.read_csv(
    path,
    usecols=['ticket_id', 'time', 'event', 'status', 'assignee', 'priority'],
    dtype={'event': 'category', 'status': 'category', 'assignee': 'category', 'priority': 'category'},
)
log['ticket'] = log.pop('ticket_id').str.slice(1).astype('int64')
log['l'] = pd.to_datetime(log.pop('time').str.slice(0, 19), format='%Y-%m-%dT%H:%M:%S').astype('datetime64[s]').astype('int64')
log = log.sort_values(['ticket', 'l'], ignore_index=True)

# Open seconds since the calendar's first day. `moves`: the office was open until this instant.
day = (log.l // 86400 - calendar.day.iloc[0]).to_numpy()
second = (log.l % 86400).to_numpy()
s1, e1, s2, e2 = (calendar[name].to_numpy()[day] for name in ('s1', 'e1', 's2', 'e2'))
b = calendar.pre.to_numpy()[day] + np.maximum(0, np.minimum(second, e1) - s1) + np.maximum(0, np.minimum(second, e2) - s2)
moves = ((second > s1) & (second <= e1)) | ((second > s2) & (second <= e2))

ticket = log.ticket.to_numpy()
event = log.event.astype(str).to_numpy()
counts = log.status.isin(['new', 'open']).to_numpy()
holder = log.assignee.cat.codes.to_numpy()
names = np.append(log.assignee.cat.categories.to_numpy(dtype=object), '')
priority = log.priority.astype(str).to_numpy()
first = np.append(True, ticket[1:] != ticket[:-1])
last = np.append(first[1:], True)

# Who held the ticket up to a row, or by it where nobody had.
previous = np.where(first, -1, np.append(-1, holder[:-1]))
until = np.where(previous >= 0, previous, holder)
is_answer = (event == 'agent_reply') | (event == 'resolved')
# The rows up to an answer, that one included, are an exchange.
exchange = np.cumsum(first | np.append(False, is_answer[:-1])) - 1
opens = np.flatnonzero(np.append(True, exchange[1:] != exchange[:-1]))
closes = np.append(opens[1:], len(b)) - 1
within = {name: targets[name].reindex(priority[opens]).to_numpy() for name in ('first_response', 'next_response')}
asks = np.flatnonzero(event == 'customer_reply')
asked = np.full(len(opens), -1)
asked[exchange[asks[::-1]]] = b[asks[::-1]]
answered = is_answer[closes]
ended = np.where(answered, b[closes], end)

runs = []


def last_row(rows_of, due, reached):
    """Of each run the last of its rows before its time ran out."""
    rows = np.flatnonzero(rows_of >= 0)
    rows = rows[reached(rows, due[rows_of[rows]])]
    found = np.zeros(len(due), dtype='int64')
    found[rows_of[rows]] = rows
    return found


def judge(clock, started, chosen):
    used = ended[chosen] - started[chosen]
    late = used > within[clock][chosen]
    number = np.full(len(opens), -1)
    number[chosen] = np.arange(len(chosen))
    due = started[chosen] + within[clock][chosen]
    at_due = last_row(number[exchange], due, lambda rows, limit: (b[rows] < limit) | ((b[rows] == limit) & moves[rows]))
    employee = np.where(late, holder[at_due], until[closes[chosen]])
    runs.append(pd.DataFrame({'clock': clock, 'employee': employee, 'late': late, 'stopped': answered[chosen], 'used': used}))


judge('first_response', b[opens], np.flatnonzero(first[opens]))
judge('next_response', asked, np.flatnonzero(asked >= 0))

# Resolution: time counts while the ticket is with the desk.
after = np.where(last, end, np.append(b[1:], end))
counted = np.where(counts, after - b, 0)
before = np.cumsum(counted) - counted
number = np.cumsum(first) - 1
before = before - before[first][number]
used = np.bincount(number, weights=counted).astype('int64')
resolved = np.flatnonzero(event == 'resolved')
final = np.zeros(len(used), dtype='int64')
final[number[resolved]] = resolved
stopped = log.status[last].isin(['resolved', 'closed']).to_numpy()
limit = targets.resolution.reindex(priority[first]).to_numpy()
late = used > limit
counted_before = np.where(first, False, np.append(False, counts[:-1]))
at_due = last_row(number, limit, lambda rows, most: (before[rows] < most) | ((before[rows] == most) & moves[rows] & counted_before[rows]))
employee = np.where(late, holder[at_due], until[final])
runs.append(pd.DataFrame({'clock': 'resolution', 'employee': employee, 'late': late, 'stopped': stopped, 'used': used}))

runs = pd.concat(runs)
runs = runs[runs.late | runs.stopped]
runs['met'] = ~runs.late
runs['length'] = np.where(runs.stopped, runs.used, 0)
runs['employee'] = names[runs.employee]
answer = runs.groupby(['clock', 'employee']).agg(
    met=('met', 'sum'), late=('late', 'sum'), n=('stopped', 'sum'), sum=('length', 'sum'), longest=('length', 'max')
)
answer.to_csv(answer_path, header=False)
