#!/usr/bin/env python3
"""Writes the workbooks of fixtures/cases/workbooks and of the errors about workbooks.

pip install openpyxl==3.1.5 xlsxwriter==3.3.1 xlwt==1.3.0; LibreOffice 7.4 as soffice. Run it at the root of the project.
What stands in them is what the cases count; each says it in its cmd.
"""
import datetime
import gzip
import os
import subprocess
import zipfile

import openpyxl
import xlsxwriter
import xlwt

AT = datetime.datetime
HEADER = ["工单号", "创建时间", "解决时间", "负责人"]


def case(path):
    os.makedirs(os.path.dirname(f"fixtures/cases/{path}"), exist_ok=True)
    return f"fixtures/cases/{path}"


def book(path, *sheets):
    """Sheets of rows; datetimes to the second unless a format is given: (name, rows, format, state)."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows, number_format, state in sheets:
        sheet = workbook.create_sheet(name)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(row)
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, AT):
                    cell.number_format = number_format
    workbook.save(case(path))


SECOND = "yyyy-mm-dd hh:mm:ss"


def ledger():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "台账"
    sheet.append(["2026年9月售后服务台账"])
    sheet.append(["部门：售后部", None, None, None, "导出时间：2026-10-01 08:00"])
    sheet.append(["序号", "工单号", "时间", None, None, "负责人"])
    sheet.append([None, None, "创建", "首次响应", "解决", None])
    for merged in ["A1:F1", "C3:E3", "A3:A4", "B3:B4", "F3:F4"]:
        sheet.merge_cells(merged)
    sheet.append([1, 297732, AT(2026, 9, 1, 9, 0, 0), AT(2026, 9, 1, 9, 20, 0), AT(2026, 9, 1, 12, 0, 0), "张三"])
    sheet.append([2, 297733, AT(2026, 9, 1, 9, 0, 0), AT(2026, 9, 1, 9, 31, 0), AT(2026, 9, 1, 13, 0, 1), "李四"])
    for row in (5, 6):
        for column in (3, 4, 5):
            sheet.cell(row, column).number_format = SECOND
    workbook.save(case("workbooks/a-ledger-has-titles-above-and-a-header-of-two-rows/ledger.xlsx"))


def totals():
    workbook = xlsxwriter.Workbook(case("workbooks/a-formula-counts-by-its-value-and-a-row-of-totals-is-no-ticket/tickets.xlsx"))
    sheet = workbook.add_worksheet("工单")
    at = workbook.add_format({"num_format": SECOND})
    sheet.write_row(0, 0, ["工单号", "创建时间", "解决时间", "时限"])
    sheet.write_string(1, 0, "A-1")
    sheet.write_datetime(1, 1, AT(2026, 9, 1, 9, 0, 0), at)
    # 9:00 and three hours: 46266 is 1 September 2026, 12:00 half of it.
    sheet.write_formula(1, 2, "=B2+3/24", at, 46266.5)
    sheet.write_formula(1, 3, '=IF(C2-B2<=4/24,"是","否")', None, "是")
    sheet.write_string(2, 0, "合计")
    sheet.write_formula(2, 3, "=COUNTA(A2:A2)", None, 1)
    workbook.close()


def vague():
    book(
        "workbooks/a-date-is-as-precise-as-the-sheet-shows-it/tickets.xlsx",
        ("工单", [HEADER[:3], ["A-1", AT(2026, 9, 1, 9, 0), AT(2026, 9, 1, 13, 0)]], "yyyy/m/d h:mm", "visible"),
    )


def mixed():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "工单"
    sheet.append(HEADER[:3])
    sheet.append(["A-1", AT(2026, 9, 1, 9, 0, 0), "2026-09-01 12:00:00"])
    sheet.append(["A-2", "2026/9/1 9:00:00", AT(2026, 9, 1, 13, 0, 1)])
    sheet.cell(2, 2).number_format = 'yyyy"年"m"月"d"日" hh:mm:ss'
    sheet.cell(3, 3).number_format = SECOND
    workbook.save(case("workbooks/dates-as-numbers-and-as-texts-stand-in-one-column/tickets.xlsx"))


def months():
    book(
        "workbooks/every-sheet-with-the-columns-is-read/tickets.xlsx",
        ("说明", [["本工作簿由系统导出"]], SECOND, "visible"),
        ("八月", [HEADER[:3], ["A-1", AT(2026, 8, 3, 9, 0, 0), AT(2026, 8, 3, 10, 0, 0)]], SECOND, "visible"),
        ("九月", [HEADER[:3], ["A-2", AT(2026, 9, 1, 9, 0, 0), AT(2026, 9, 1, 14, 0, 0)]], SECOND, "visible"),
    )
    book(
        "workbooks/the-policy-names-the-sheets/tickets.xlsx",
        ("八月", [HEADER[:3], ["A-1", AT(2026, 8, 3, 9, 0, 0), AT(2026, 8, 3, 10, 0, 0)]], SECOND, "visible"),
        ("九月", [HEADER[:3], ["A-2", AT(2026, 9, 1, 9, 0, 0), AT(2026, 9, 1, 14, 0, 0)]], SECOND, "visible"),
    )


def roster():
    workbook = openpyxl.Workbook()
    workbook.active.title = "说明"
    workbook.active.append(["人事部维护"])
    sheet = workbook.create_sheet("花名册")
    sheet.append(["售后部花名册"])
    sheet.append(["工号", "姓名", "部门", "入职"])
    sheet.append([1001, "张三", "售后部", datetime.date(2024, 3, 1)])
    sheet.append([1002, "李四", "售后部", datetime.date(2025, 1, 1)])
    sheet.merge_cells("A1:D1")
    workbook.save(case("workbooks/a-roster-may-be-a-workbook/roster.xlsx"))


def old():
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet("工单")
    at = xlwt.easyxf(num_format_str=SECOND)
    for column, name in enumerate(HEADER[:3]):
        sheet.write(0, column, name)
    rows = [TWO[0], [297733, AT(2026, 9, 1, 9, 0, 5), AT(2026, 9, 1, 13, 0, 6)]]
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            sheet.write(row + 1, column, value, at if column else xlwt.Style.default_style)
    workbook.save(case("workbooks/an-old-xls-is-read/tickets.xls"))

    # All on the whole minute: only the formats tell that those of two columns are to the second.
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet("工单")
    shown = [None, SECOND, SECOND, "yyyy-mm-dd hh:mm"]
    for column, name in enumerate(["工单号", "创建时间", "首次响应", "解决时间"]):
        sheet.write(0, column, name)
    for row, values in enumerate(WHOLE_MINUTES):
        for column, value in enumerate(values):
            style = xlwt.easyxf(num_format_str=shown[column]) if shown[column] else xlwt.Style.default_style
            sheet.write(row + 1, column, value, style)
    workbook.save(case("workbooks/an-old-xls-tells-by-its-formats-how-exact-its-times-are/tickets.xls"))


WHOLE_MINUTES = [
    [297732, AT(2026, 9, 1, 9, 0, 0), AT(2026, 9, 1, 9, 30, 0), AT(2026, 9, 1, 12, 59, 0)],
    [297733, AT(2026, 9, 1, 9, 0, 0), AT(2026, 9, 1, 9, 31, 0), AT(2026, 9, 1, 13, 0, 0)],
]


# 3 h are met, 4 h and a second are not.
TWO = [
    [297732, AT(2026, 9, 1, 9, 0, 0), AT(2026, 9, 1, 12, 0, 0)],
    [297733, AT(2026, 9, 1, 9, 0, 0), AT(2026, 9, 1, 13, 0, 1)],
]


def opendocument():
    book("workbooks/a-sheet-of-libreoffice-is-read/tickets.xlsx", ("工单", [HEADER[:3], *TWO], SECOND, "visible"))
    path = case("workbooks/a-sheet-of-libreoffice-is-read/tickets.xlsx")
    subprocess.run(["soffice", "--headless", "--convert-to", "ods", "--outdir", os.path.dirname(path), path], check=True)
    os.remove(path)


def page():
    rows = "".join(
        f"<tr><td>{ticket}</td><td>{created:%Y-%m-%d %H:%M:%S}</td><td>{resolved:%Y-%m-%d %H:%M:%S}</td></tr>\n"
        for ticket, created, resolved in TWO
    )
    header = "".join(f"<th>{name}</th>" for name in HEADER[:3])
    text = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table border="1">\n'
        f'<tr><td colspan="3">售后服务工单导出（仅供内部使用）</td></tr>\n<tr>{header}</tr>\n{rows}</table></body></html>\n'
    )
    with open(case("workbooks/a-web-page-that-calls-itself-xls-is-read/tickets.xls"), "wb") as file:
        file.write(text.encode("gb18030"))


def event_log():
    def event(activity, at, who):
        return (
            f'\t\t<event>\n\t\t\t<string key="concept:name" value="{activity}"/>\n'
            f'\t\t\t<date key="time:timestamp" value="{at}"/>\n\t\t\t<string key="org:resource" value="{who}"/>\n\t\t</event>\n'
        )

    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">\n'
        '\t<global scope="event">\n\t\t<date key="time:timestamp" value="1970-01-01T00:00:00Z"/>\n\t</global>\n'
        '\t<trace>\n\t\t<string key="concept:name" value="T-1"/>\n'
        + event("创建", "2026-09-01T09:00:00.000+08:00", "系统")
        + event("解决", "2026-09-01T12:00:00.000+08:00", "张三")
        + '\t</trace>\n\t<trace>\n\t\t<string key="concept:name" value="T-2"/>\n'
        + event("创建", "2026-09-01T01:00:00.000Z", "系统")
        + event("解决", "2026-09-01T05:00:00.001Z", "李四")
        + "\t</trace>\n</log>\n"
    )
    with open(case("workbooks/an-event-log-in-xes-is-read/log.xes.gz"), "wb") as file:
        file.write(gzip.compress(text.encode(), mtime=0))


def errors():
    sound = ("工单", [HEADER[:3], *TWO], SECOND, "visible")
    other = ("字典", [["代码", "含义"], [1, "一般"]], SECOND, "visible")
    book("errors/unknown-sheet/tickets.xlsx", ("八月", sound[1], SECOND, "visible"), ("九月", sound[1], SECOND, "visible"))
    book("errors/skipped-sheets/tickets.xlsx", sound, other)
    book("errors/hidden-sheet/tickets.xlsx", ("九月", [HEADER[:3], TWO[0]], SECOND, "visible"), ("旧", [HEADER[:3], TWO[1]], SECOND, "hidden"))
    book("errors/cell-error/tickets.xlsx", ("工单", [[*HEADER[:3], "渠道"], [*TWO[0], "#N/A"], [*TWO[1], "电话"]], SECOND, "visible"))
    book("errors/uncomputed-formula/tickets.xlsx", ("工单", [[*HEADER[:3], "渠道"], [*TWO[0], '=VLOOKUP(A2,Z:Z,1)'], [*TWO[1], "电话"]], SECOND, "visible"))
    book("errors/inexact-number/tickets.xlsx", ("工单", [HEADER[:3], [20260901000012345, *TWO[0][1:]], [20260901000012346, *TWO[1][1:]]], SECOND, "visible"))
    book("errors/bad-workbook/whole.xlsx", sound)
    # As a transfer leaves it that breaks off, and is filled up: the sheet is there, and its end is not.
    whole = case("errors/bad-workbook/whole.xlsx")
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(case("errors/bad-workbook/tickets.xlsx"), "w", zipfile.ZIP_DEFLATED) as spoilt:
        for member in source.infolist():
            content = source.read(member)
            spoilt.writestr(member, content[: len(content) // 2] if "sheet1" in member.filename else content)
    os.remove(whole)
    # What a compound file is that holds an encrypted workbook: its signature, and the name of the stream.
    with open(case("errors/encrypted-workbook/tickets.xlsx"), "wb") as file:
        file.write(bytes.fromhex("d0cf11e0a1b11ae1").ljust(1024, b"\0") + "EncryptedPackage".encode("utf-16le").ljust(512, b"\0"))


for write in [ledger, totals, vague, mixed, months, roster, old, opendocument, page, event_log, errors]:
    write()
