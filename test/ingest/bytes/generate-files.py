"""Writes the binary files of fixtures/cases/encodings and of some of fixtures/cases/errors, and by-python.json beside this file.

Run from the repository's root: python3 test/ingest/bytes/generate-files.py
Python's own codecs and archives make them, so that the readers are not held against themselves. The same bytes each time.
"""
import base64, gzip, hashlib, io, json, struct, zipfile, zlib

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
            if isinstance(name, bytes):  # of at most ten members
                stand_ins[name] = b'%d' % number * len(name)
                name = stand_ins[name].decode()
            entry = zipfile.ZipInfo(name, (2026, 4, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    packed = out.getvalue()
    for name, stand_in in stand_ins.items():
        packed = packed.replace(stand_in, name)
    return packed


def zip64(*members):
    """Sizes and places in eight bytes, as of an archive beyond four gigabytes, and not compressed."""
    limit = zipfile.ZIP64_LIMIT
    zipfile.ZIP64_LIMIT = 0
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name, (2026, 4, 1, 0, 0, 0)), content)
    zipfile.ZIP64_LIMIT = limit
    return out.getvalue()


def streamed(*members):
    """Sizes and checksums after the bytes, as of an archive that was written to a pipe."""
    class Pipe(io.RawIOBase):
        content = b''

        def writable(self):
            return True

        def write(self, more):
            self.content += bytes(more)
            return len(more)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name, (2026, 4, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return pipe.content


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

# What Python's codecs and archives make of texts, for the tests beside this file.

SENTENCES = {
    'gb18030': [
        '工单号,创建时间,首次响应时间,解决时间,状态\n1,2026-03-02 09:00,,,处理中\n',
        '客户姓名,联系电话,问题描述\n欧阳先生,13800000000,打印机卡纸，已重启\n',
        '业务类型;受理渠道;办结时限\n市容环境;12345热线;五个工作日\n',
        '订单编号\t退款原因\n88\t物流太慢\n',
        '报修人,楼栋,维修结果\n刘璟,三号楼,已更换水龙头\n',
        'ticket,owner\n1,王磊\n',
        'ticket,ok\n1,是\n',
        '备注\n联通\n',
        'id,note\n1,VIP客户，加急！\n',
        '一般问题应在１０分钟内给出准确答复。',
    ],
    'big5': [
        '工單編號,建立時間,回覆時間,狀態\n1,2026-03-02 09:00,,處理中\n',
        '客戶姓名,聯絡電話,問題描述\n歐陽先生,0912000000,印表機卡紙，已重新開機\n',
        '案件類別;受理管道;結案期限\n路燈故障;1999市民專線;七個工作天\n',
        '訂單編號\t退款原因\n88\t運送太慢\n',
        'ticket,owner\n1,林小姐\n',
        'ticket,ok\n1,是\n',
        '請於三個工作日內提供詳細處理方案。',
    ],
    'shift_jis': [
        '受付番号,受付日時,完了日時,担当者\n1,2026-03-02 09:00,,山田太郎\n',
        'お客様名,お問い合わせ内容\n株式会社サンプル,プリンターが動きません\n',
        '件名;ステータス;優先度\nログインできない;対応中;高\n',
        'ticket,owner\n1,佐藤さん\n',
        'お問い合わせありがとうございます。担当者より折り返しご連絡いたします。',
    ],
    'windows-1252': [
        'Numéro;Créé le;Résolu le;Priorité\n1;2026-03-02 09:00;;élevée\n',
        'Vorgang;Eröffnet;Gelöst;Prüfer\n1;2026-03-02 09:00;;Jürgen Groß\n',
        'Störung;Größe;Straße\nDrucker läuft nicht;groß;Königsallee 5\n',
        'ticket,note\n1,"It’s broken – again"\n',
        'ticket,price\n1,5 €\n',
        'ticket,owner\n1,José Muñoz\n',
        'Le délai de réponse est dépassé à cause d’une panne générale.',
    ],
    'utf-16le': ['工单号\t创建时间\r\n一\t2026-03-02 09:00\r\n', 'ticket,created\n1,2026-03-02\n', 'ticket,𠮷野家\n1,é\n'],
    'utf-16be': ['工单号\t创建时间\r\n一\t2026-03-02 09:00\r\n', 'ticket,created\n1,2026-03-02\n', 'ticket,𠮷野家\n1,é\n'],
    'utf-8': ['工单号,创建时间\n1,2026-03-02\n', 'é', 'Größe\n', 'Обращение,Создано\n', 'ticket,𠮷野家 é\n'],
}
CODECS = {'shift_jis': 'cp932', 'windows-1252': 'cp1252', 'utf-16le': 'utf-16-le', 'utf-16be': 'utf-16-be'}


def base64_of(content):
    return base64.b64encode(content).decode()


def table_of_codes(encoding, codec, numbers, code_of, step=1):
    """All numbers whose codes Python decodes, as ranges (both ends in), and the checksum of the text, as UTF-8."""
    ranges = []
    text = ''
    for number in numbers:
        try:
            text += code_of(number).decode(codec)
        except UnicodeDecodeError:
            continue
        if ranges and number - ranges[-1][1] == step:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return {
        'encoding': encoding,
        'of': code_of.__name__,
        'step': step,
        'ranges': ' '.join('%d-%d' % tuple(each) for each in ranges),
        'sha256': hashlib.sha256(text.encode()).hexdigest(),
    }


def one_byte(number):
    return bytes([number])


def two_bytes(number):
    return bytes([number >> 8, number & 0xff])


def four_bytes(number):
    """GB 18030 counts its four-byte codes through."""
    return bytes([0x81 + number // 12600, 0x30 + number // 1260 % 10, 0x81 + number // 10 % 126, 0x30 + number % 10])


def pairs(without=(), leads=range(0x81, 0xff)):
    return [
        lead << 8 | trail
        for lead in leads
        for trail in range(0x40, 0xff)
        if lead << 8 | trail not in without and trail != 0x7f
    ]


# GB 18030-2022, which the Encoding Standard follows, has since given these a place in Unicode; Python has the edition of 2000.
# A3A0 the Encoding Standard reads as the ideographic space.
MOVED = {0xa3a0, 0xa8bc, *range(0xa6d9, 0xa6e0), 0xa6ec, 0xa6ed, 0xa6f3, 0xfe59, 0xfe61, 0xfe66, 0xfe67, 0xfe6d, 0xfe7e, 0xfe90, 0xfea0}
# The extension of ETEN: kana, Cyrillic and the like, for private use in other tables.
ETEN = {*range(0xc6a1, 0xc8ff)}

WORKBOOK = zipped(('[Content_Types].xml', b'x'), ('xl/workbook.xml', b'x'))
OLD_WORKBOOK = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(504)

# Each member's name as it is in the archive, and its content.
NAMES = {
    'utf-8 with its flag': [('三月.csv', 'utf')],
    'gbk without a flag': [('三月/工单.csv'.encode('gbk'), 'gbk')],
    'big5 without a flag': [('三月工單.csv'.encode('big5'), 'big5')],
    'utf-8 without a flag': [('三月.csv'.encode(), 'mac')],
    'not to be trusted': [('../../etc/passwd', 'up'), ('/etc/shadow', 'absolute'), ('C:\\x\\y.csv', 'drive'), ('a\x1b[31m\u202e.csv', 'escape')],
    'in the order of the archive': [('b.csv', 'b'), ('a/z.csv', 'a/z'), ('B.csv', 'B'), ('a.csv', 'a')],
    'with what systems leave behind': [('d/', ''), ('__MACOSX/._a.csv', 'x'), ('d/.DS_Store', 'x'), ('Thumbs.db', 'x'), ('d/._b.csv', 'x'), ('d/a.csv', 'a')],
}


def by_python():
    return {
        'sentences': [
            {'encoding': encoding, 'text': text, 'bytes': base64_of(text.encode(CODECS.get(encoding, encoding)))}
            for encoding, texts in SENTENCES.items()
            for text in texts
        ],
        'tables': {
            'GB 18030, two bytes': table_of_codes('gb18030', 'gb18030', pairs(MOVED), two_bytes),
            'GB 18030, four bytes, all of the first plane': table_of_codes(
                'gb18030', 'gb18030', [number for number in range(39420) if number != 7457], four_bytes
            ),
            'GB 18030, four bytes, every 97th beyond': table_of_codes(
                'gb18030', 'gb18030', range(189000, 189000 + 0x100000, 97), four_bytes, 97
            ),
            'Big5': table_of_codes('big5', 'cp950', pairs(ETEN), two_bytes),
            'Shift_JIS, two bytes': table_of_codes('shift_jis', 'cp932', pairs(leads=[*range(0x81, 0xa0), *range(0xe0, 0xfd)]), two_bytes),
            'Shift_JIS, one byte': table_of_codes('shift_jis', 'cp932', [*range(0x20, 0x7f), *range(0xa1, 0xe0)], one_byte),
            'windows-1252': table_of_codes('windows-1252', 'cp1252', range(0x01, 0x100), one_byte),
        },
        'archives': {
            name: base64_of(zipped(*((member, content.encode()) for member, content in members)))
            for name, members in NAMES.items()
        }
        | {
            'zip64': base64_of(zip64(('a.csv', b'a'), ('b.csv', b'b'))),
            'streamed': base64_of(streamed(('a.csv', b'a'), ('b.csv', b'b'))),
            'packed members': base64_of(zipped(('a.csv.gz', gzip.compress(b'a', mtime=0)), ('b.xlsx', WORKBOOK), ('c.xls', OLD_WORKBOOK))),
            'an archive inside': base64_of(zipped(('a.csv', b'a'), ('b.zip', zipped(('c.csv', b'c'))))),
            'no exports': base64_of(zipped(('a.pdf', b'x'), ('b.csv', b''))),
            'nothing': base64_of(zipped()),
            'a letter': base64_of(zipped(('[Content_Types].xml', b'x'), ('word/document.xml', b'x'))),
            'an ods': base64_of(zipped(('mimetype', b'application/vnd.oasis.opendocument.spreadsheet'), ('content.xml', b'x'))),
        },
    }


with open('test/ingest/bytes/by-python.json', 'w', encoding='utf-8') as file:
    json.dump(by_python(), file, ensure_ascii=False, indent=1)
    file.write('\n')
