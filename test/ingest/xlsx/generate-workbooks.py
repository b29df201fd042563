#!/usr/bin/env python3
"""Writes the workbooks of this folder with programs that have nothing to do with the one that reads them.

pip install openpyxl==3.1.5 xlsxwriter==3.3.1 xlwt==1.3.0; LibreOffice 7.4 as soffice.
Each holds the same ledger, which programs.test.ts has in words. Run it in test/ingest/xlsx/.
"""
import datetime
import subprocess

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HEADER = ["工单号", "创建时间", "日期", "金额", "时长", "处理时刻", "是否回访", "备注"]
AT = datetime.datetime


def rows():
    yield [297732, AT(2026, 9, 1, 9, 5, 0), datetime.date(2026, 9, 1), 0.1, datetime.timedelta(hours=18, minutes=47), datetime.time(9, 5), True, "甲\n乙"]
    yield [297733, AT(2026, 9, 1, 23, 59, 59), datetime.date(2024, 2, 29), 1234.5, datetime.timedelta(hours=42), datetime.time(23, 59, 30), False, "<&>\"'"]
    yield ["A-3", AT(2026, 9, 30, 0, 0, 0), datetime.date(1999, 12, 31), -3, datetime.timedelta(minutes=5, seconds=30), datetime.time(0, 0, 1), True, " 前后 "]


def with_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "九月"
    sheet.append(["售后服务台账"])
    sheet.merge_cells("A1:H1")
    sheet.append(HEADER)
    for values in rows():
        sheet.append(values)
        row = sheet.max_row
        sheet.cell(row, 2).number_format = "yyyy-mm-dd hh:mm:ss"
        sheet.cell(row, 3).number_format = 'yyyy"年"m"月"d"日"'
        sheet.cell(row, 5).number_format = "[h]:mm:ss"
        sheet.cell(row, 6).number_format = "h:mm:ss"
    sheet.append([CellRichText("B-", TextBlock(InlineFont(b=True), "4")), "2026/9/30 8:00", None, "=1+1", None, None, None, "#N/A"])
    hidden = book.create_sheet("字典")
    hidden.sheet_state = "hidden"
    hidden.append(["代码", "含义"])
    hidden.append([1, "一般"])
    book.save(path)


def with_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("九月")
    formats = {
        1: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        2: book.add_format({"num_format": 14}),
        4: book.add_format({"num_format": 46}),
        5: book.add_format({"num_format": 21}),
    }
    sheet.merge_range(0, 0, 0, 7, "售后服务台账")
    sheet.write_row(1, 0, HEADER)
    for index, values in enumerate(rows()):
        for column, value in enumerate(values):
            if isinstance(value, bool):
                sheet.write_boolean(index + 2, column, value)
            elif isinstance(value, datetime.timedelta):
                sheet.write_number(index + 2, column, value.total_seconds() / 86400, formats[column])
            elif isinstance(value, (datetime.date, datetime.time)):
                sheet.write_datetime(index + 2, column, value, formats[column])
            else:
                sheet.write(index + 2, column, value)
    sheet.write_rich_string(5, 0, "B-", book.add_format({"bold": True}), "4")
    sheet.write_string(5, 1, "2026/9/30 8:00")
    sheet.write_formula(5, 3, "=1+1", None, 2)
    sheet.write_formula(5, 7, "=NA()", None, "#N/A")
    hidden = book.add_worksheet("字典")
    hidden.hide()
    hidden.write_row(0, 0, ["代码", "含义"])
    hidden.write_row(1, 0, [1, "一般"])
    book.close()


def with_xlwt(path):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("九月")
    styles = {
        1: xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm:ss"),
        2: xlwt.easyxf(num_format_str="yyyy-mm-dd"),
        4: xlwt.easyxf(num_format_str="[h]:mm:ss"),
        5: xlwt.easyxf(num_format_str="h:mm:ss"),
    }
    sheet.write_merge(0, 0, 0, 7, "售后服务台账")
    for column, name in enumerate(HEADER):
        sheet.write(1, column, name)
    for index, values in enumerate(rows()):
        for column, value in enumerate(values):
            if isinstance(value, datetime.timedelta):
                value = value.total_seconds() / 86400
            sheet.write(index + 2, column, value, styles.get(column, xlwt.Style.default_style))
    sheet.write(5, 0, "B-4")
    sheet.write(5, 1, "2026/9/30 8:00")
    sheet.write(5, 3, 2)
    book.save(path)


def with_days_since_1904(path):
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = True
    sheet = book.add_sheet("九月")
    cells = [
        (datetime.datetime(2026, 9, 1, 9, 5), "yyyy-mm-dd hh:mm:ss"),
        (datetime.datetime(2026, 9, 1, 9, 5), "yyyy-mm-dd hh:mm"),
        (datetime.date(2026, 9, 1), "yyyy-mm-dd"),
        (0.375, "h:mm"),
        (1.75, "[h]:mm:ss"),
    ]
    for column, (value, shown) in enumerate(cells):
        sheet.write(0, column, "abcde"[column])
        sheet.write(1, column, value, xlwt.easyxf(num_format_str=shown))
    book.save(path)


with_openpyxl("workbooks/openpyxl.xlsx")
with_xlsxwriter("workbooks/xlsxwriter.xlsx")
with_xlwt("workbooks/xlwt.xls")
with_days_since_1904("workbooks/xlwt-1904.xls")
for kind in ["ods", "xls", "xlsx"]:
    subprocess.run(
        ["soffice", "--headless", "--convert-to", kind, "--outdir", "/tmp/libreoffice", "workbooks/xlsxwriter.xlsx"],
        check=True,
    )
    subprocess.run(["cp", f"/tmp/libreoffice/xlsxwriter.{kind}", f"workbooks/libreoffice.{kind}"], check=True)
