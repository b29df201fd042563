"""Writes the binary files of fixtures/cases/encodings and of some of fixtures/cases/errors.

Run from the repository's root: python3 test/ingest/bytes/generate-files.py
Python's own codecs and archives make them, so that the readers are not held against themselves. The same bytes each time.
"""
import gzip, io, struct, zipfile, zlib

CASES = 'fixtures/cases/'


def write(path, content):
    with open(CASES + path, 'wb') as file:
        file.write(content)


def table(*rows, delimiter=',', end='\r\n'):
    return ''.join(delimiter.join(row) + end for row in rows)


def zipped(*members):
    """Members as (name, content); a name given in bytes is written without the flag of UTF-8, as Windows does."""
    out = io.BytesIO()
    stand_ins = {}
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(members):
            if isinstance(name, bytes):
                stand_ins[name] = b'%d' % number * len(name)
                name = stand_ins[name].decode()
            entry = zipfile.ZipInfo(name, (2026, 4, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    packed = out.getvalue()
    for name, stand_in in stand_ins.items():
        packed = packed.replace(stand_in, name)
    return packed


def overlapping(size, times):
    """The same packed bytes under many names: a small file that unpacks to `size * times` bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = b'0' * size
    packed = packer.compress(content) + packer.flush()
    sizes = struct.pack('<LLL', zlib.crc32(content), len(packed), size)
    local = struct.pack('<4s5H', b'PK\3\4', 20, 0, 8, 0, 0x21) + sizes + struct.pack('<HH', 5, 0) + b'0.csv' + packed
    listed = b''
    for number in range(times):
        name = b'%04d.csv' % number
        listed += struct.pack('<4s6H', b'PK\1\2', 20, 20, 0, 8, 0, 0x21) + sizes
        listed += struct.pack('<5HLL', len(name), 0, 0, 0, 0, 0, 0) + name
    return local + listed + struct.pack('<4s4HLLH', b'PK\5\6', 0, 0, times, times, len(listed), len(local), 0)


simplified = table(
    ['工单号', '创建时间', '首次响应时间', '解决时间', '负责人'],
    ['GD-001', '2026/3/2 9:00:00', '2026/3/2 9:20:00', '2026/3/2 11:00:00', '王磊'],
    ['GD-002', '2026/3/2 10:00:00', '2026/3/2 10:45:00', '2026/3/2 16:00:00', '赵敏'],
)
traditional = table(
    ['工單編號', '建立時間', '解決時間', '負責人'],
    ['TW-1', '2026/03/02 09:00:00', '2026/03/02 12:00:00', '陳先生'],
    ['TW-2', '2026/03/02 09:00:00', '2026/03/02 14:30:00', '林小姐'],
)
japanese = table(
    ['受付番号', '受付日時', '完了日時', '担当者'],
    ['JP-1', '2026/03/02 09:00:00', '2026/03/02 12:00:00', '山田太郎'],
)
german = table(
    ['Vorgang', 'Eröffnet', 'Gelöst', 'Prüfer'],
    ['DE-1', '2026-03-02 09:00:00', '2026-03-02 11:30:00', 'Jürgen Groß'],
    delimiter=';',
)
roster = table(['id', 'name', 'department'], ['e1', '王磊', '售后部'], ['e2', '赵敏', '技术部'])
plain = table(['ticket', 'created', 'resolved'], ['OPS-118', '2026-03-05 09:00:00', '2026-03-05 10:00:00'], end='\n')
april = table(['ticket', 'created', 'resolved'], ['OPS-119', '2026-04-05 09:00:00', '2026-04-05 12:00:00'], end='\n')

write('encodings/gbk-as-excel-saves-csv-is-read/tickets.csv', simplified.encode('gbk'))
write('encodings/unicode-text-as-excel-saves-it-is-read/tickets.txt', ('\ufeff' + simplified.replace(',', '\t')).encode('utf-16-le'))
write('encodings/big5-is-read-by-the-columns-that-appear/tickets.csv', traditional.encode('big5'))
write('encodings/an-encoding-is-stated-on-the-command-line/tickets.csv', japanese.encode('cp932'))
write('encodings/umlauts-of-windows-1252-are-read/tickets.csv', german.encode('cp1252'))
write('encodings/a-gz-of-gbk-is-unpacked-and-read/tickets.csv.gz', gzip.compress(simplified.encode('gbk'), mtime=0))
write('encodings/a-stated-encoding-stands-where-the-bytes-contradict/tickets.csv', simplified.encode('gbk'))
write('encodings/a-mark-that-contradicts-the-stated-encoding-is-told/tickets.csv', ('\ufeff' + simplified).encode('utf-8'))
write('encodings/a-roster-in-gbk-is-read-beside-an-export-in-utf-8/tickets.csv', simplified.encode('utf-8'))
write('encodings/a-roster-in-gbk-is-read-beside-an-export-in-utf-8/people.csv', roster.encode('gbk'))
write(
    'encodings/a-zip-of-two-months-is-one-export/logs.zip',
    zipped(
        ('四月.csv'.encode('gbk'), april.encode()),
        ('__MACOSX/._三月.csv', b'\0\5\x16\7'),
        ('三月.csv'.encode('gbk'), plain.encode()),
        ('说明.pdf'.encode('gbk'), b'%PDF-1.4\n'),
    ),
)

write('errors/detected-encoding/tickets.csv', simplified.encode('gbk').replace(b'\r\n', b'\n'))
write('errors/bad-encoding/tickets.csv', plain.replace('ticket', '工单号').encode() + '工单-119,2026-03-05 09:30:00,\n'.encode('gbk'))
write('errors/nul-bytes/tickets.csv', plain.replace('OPS-118', 'OPS-118' + 5 * '\0').encode())
write('errors/not-an-export/tickets.pdf', b'%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')
write('errors/bad-zip/tickets.zip', zipped(('tickets.csv', plain.encode()))[:-40])
write('errors/skipped-members/logs.zip', zipped(('tickets.csv', plain.encode()), ('manual.pdf', b'%PDF-1.4\n'), ('photo.png', b'\x89PNG')))
write('errors/too-large/logs.zip', overlapping(10_000_000, 12))
