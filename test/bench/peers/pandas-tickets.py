# Two clocks in office hours for each employee, as policies/tickets.yaml says; vectorised. python3 pandas-tickets.py CALENDAR FILE ANSWER
import sys

import numpy as np
import pandas as pd

calendar_path, path, answer_path = sys.argv[1:]
calendar = pd.read_csv(calendar_path)
end = int(calendar.loc[calendar.date == '2026-01-15', 'pre'].iloc[0])
targets = {
    'first_response': {'urgent': 1800, 'high': 3600, 'normal': 14400, 'low': 28800},
    'resolution': {'urgent': 14400, 'high': 28800, 'normal': 86400, 'low': 144000},
}
tickets = pd.read_csv(
    path,
    usecols=['priority', 'assignee', 'created', 'first_response', 'resolved'],
    dtype={'priority': 'category', 'assignee': 'category'},
)


def open_seconds(stamps):
    at = pd.to_datetime(stamps, format='%Y-%m-%d %H:%M:%S').astype('datetime64[s]')
    known = at.notna().to_numpy()
    l = np.where(known, at.to_numpy().astype('int64'), int(calendar.day.iloc[0]) * 86400)
    day = l // 86400 - calendar.day.iloc[0]
    second = l % 86400
    s1, e1, s2, e2 = (calendar[name].to_numpy()[day] for name in ('s1', 'e1', 's2', 'e2'))
    b = calendar.pre.to_numpy()[day] + np.maximum(0, np.minimum(second, e1) - s1) + np.maximum(0, np.minimum(second, e2) - s2)
    return np.where(known, b, end), known


started, _ = open_seconds(tickets.created)
employee = tickets.assignee.astype(object).fillna('')
runs = []
for clock, stops in {'first_response': tickets.first_response.fillna(tickets.resolved), 'resolution': tickets.resolved}.items():
    ended, stopped = open_seconds(stops)
    used = ended - started
    late = used > tickets.priority.map(targets[clock]).astype('int64')
    run = pd.DataFrame({'clock': clock, 'employee': employee, 'met': ~late, 'late': late, 'n': stopped, 'length': np.where(stopped, used, 0)})
    runs.append(run[run.late | run.n])
answer = pd.concat(runs).groupby(['clock', 'employee']).agg(
    met=('met', 'sum'), late=('late', 'sum'), n=('n', 'sum'), sum=('length', 'sum'), longest=('length', 'max')
)
answer.to_csv(answer_path, header=False)
