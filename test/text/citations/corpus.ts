/**
 * Citations as they stand in real documents: numbers, dates and spellings, errors included, are facts and come from the
 * document named above them; `[…]` is what a hand has marked as the number. The sentences around them are our own
 * (`FRAMES`). Every fourth form is set aside: see `citations.test.ts`.
 */
const DOCUMENTS = `
# Quyết định 15/2014/QĐ-UBND, UBND tỉnh Thái Nguyên
Số hiệu : [15/2014/QÐ-UBND]
Số:[15 /2014/QĐ-UBND]
Nghị định số [60/2003/NĐ-CP] ngày 6/6/2003 của Chính phủ
Thông tư số [137/2013/TT-BTC] ngày 07/10/2013 của Bộ Tài chính
Thông tư số [153/2013/TT-BTC] ngày 31/10/2013 của Bộ Tài chính
Tờ trình số [1044/TT-STC] ngày 29/5/2014
Công văn số [228/STP-XDVB]  ngày 22/5/2014 của Sở Tư pháp
# Nghị quyết 653/2019/UBTVQH14, Ủy ban Thường vụ Quốc hội
Nghị quyết số: [653/2019/UBTVQH14]
Luật Tổ chức Quốc hội số [57/2014/QH13]
Luật Tổ chức chính quyền địa phương số [77/2015/QH13]
Nghị quyết số [18-NQ/TW] ngày 25 tháng 10 năm 2017
Nghị quyết số [37-NQ/TW] ngày 24 tháng 12 năm 2018 của Bộ Chính trị
Nghị quyết số [56/2017/QH14] ngày 24 tháng 11 năm 2017 của Quốc hội
Nghị quyết [1211/2016/UBTVQH13] ngày 25/5/2016
# Quyết định 216/QĐ-UBND năm 2023, UBND tỉnh Quảng Nam
Số: [216/QĐ-UBND]
NGHỊ QUYẾT SỐ [41/2022/NQ-HĐND] NGÀY 09/12/2022
Nghị định số [27/2022/NĐ-CP] ngày 19/4/2022 của Chính phủ
Nghị quyết số [41/NQ-HĐND] ngày 09/12/2022 của HĐND tỉnh
Tờ trình số [08/TTr-SKHĐT] ngày 18/01/2023
# Quyết định 37/2007/QĐ-UBND, UBND thành phố Cần Thơ
Số: [37/2007/QĐ-UBND]
Nghị định số [38/2006/NĐ-CP] ngày 17 tháng 4 năm 2006 của Chính phủ
Thông tư số [02/2007/TTLT-BCA-BLĐTBXH-BTC] ngày 01 tháng 3 năm 2007
# Quyết định 14/2007/QĐ-UBND, UBND tỉnh Quảng Nam
Số: [14/2007/QĐ-UBND]
Nghị định số [171/2004/NĐ-CP] ngày 29/9/2004 của Chính phủ
Nghị định số [23/2006/NĐ-CP] ngày 03/3/2006 của Chính phủ
Thông tư liên tịch số [11/2004/TTLT-BNN-BNV] ngày 02/4/2004
Quyết định số [81/2005/QĐ-UBND] ngày 02/12/2005 của UBND tỉnh Quảng Nam
Tờ trình số [473/TTr - NN&PTNT] ngày 21/5/2007
# Quyết định 924/QĐ-UBND năm 2016, UBND tỉnh Trà Vinh
Số: [924/QĐ-UBND]
Nghị định số [92/2006/NĐ-CP] ngày 07 tháng 9 năm 2006 của Chính phủ
Nghị định số [04/2008/NĐ-CP] ngày 11 tháng 01 năm 2008 của Chính phủ
Nghị quyết số [109/NQ-CP] ngày 20 tháng 9 năm 2013 của Chính phủ
Quyết định số [438/QĐ-TTg] ngày 24 tháng 3 năm 2011 của Thủ tướng Chính phủ
Quyết định số [1397/QĐ-TTg] ngày 25 tháng 9 năm 2012 của Thủ tướng Chính phủ
Quyết định số [1445/QĐ-TTg] ngày 16 tháng 8 năm 2013 của Thủ tướng Chính phủ
# Quy chế làm việc kèm theo Quyết định 59/QĐ-UBND năm 2021, UBND xã Xuân Phú
Quyết định số: [59/QĐ-UBND]
# Nghị quyết 127/NQ-CP năm 2021, Chính phủ
Số: [127/NQ-CP]
Nghị định số [138/2016/NĐ-CP] ngày 01 tháng 10 năm 2016 của Chính phủ
# Công văn 1590/VPCP-KGVX năm 2016, Văn phòng Chính phủ
Công văn [1590/VPCP-KGVX]
Chỉ thị số [1973/CT-TTg] ngày 7/11/2011 của Thủ tướng Chính phủ
văn bản số [86-CV/BTGTW] ngày 01 tháng 3 năm 2016
chỉ thị số [03-CT/TW] của Bộ Chính trị
# Chỉ thị 16/2001/CT-TTg, Thủ tướng Chính phủ
CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ [16/2001/CT-TTG]
Nghị quyết số [05/2001/NQ-CP] ngày 24 tháng 5 năm 2001 của Chính phủ
# Chỉ thị 17 của Ban Thường vụ Tỉnh ủy Yên Bái, năm 2018
Kết luận số [100 - KL/TW] ngày 18/8/2014 của Ban Bí thư
Kế hoạch số [25-KH/TU] ngày 30/11/2016
Kết luận số [100-KL/TW] của Ban Bí thư
Kết luận số [111-KL/TU] ngày 14/8/2017
# Nghị quyết 80/NQ-CP năm 2011, Chính phủ
Số: [80/NQ-CP]
# Nghị định 31/2011/NĐ-CP và tin về nghị định ấy
Nghị định số [31/2011/NĐ-CP] ngày 11/5/2011
Nghị định số [75/2006/NĐ-CP] ngày 02 tháng 8 năm 2006 của Chính phủ
# Văn bản hợp nhất 07/VBHN-BCT, Bộ Công thương
Văn bản hợp nhất [07/VBHN-BCT]
Nghị định [132/2008-NĐCP]
# Bài về Nghị định 119/2011/NĐ-CP, Chính phủ
Nghị định số [119/2011/NĐ-CP] ngày 16 tháng 12 năm 2011 của Chính phủ
Decree No. [119/2011 / ND-CP] of December 16, 2011
# Nghị định 61/1998/NĐ-CP, Chính phủ
SỐ [61/1998/NĐ-CP] NGÀY 15 THÁNG 8 NĂM 1998
Nghị định số [66/HĐBT] ngày 02 tháng 3 năm 1992 của Hội đồng Bộ trưởng
# Kế hoạch 1576/KH-UBND năm 2019, UBND Thành phố Hồ Chí Minh
Kế hoạch [1576/KH-UBND]
Nghị định số [61/2018/NĐ-CP] ngày 23 tháng 4 năm 2018 của Chính phủ
# Quyết định 119/QĐ-UBND năm 2009, UBND tỉnh Bắc Giang
Quyết định [119/QĐ-UBND]
Quyết định [366/QĐ-UBND]
Công văn [285/CCTTHC] ngày 08 tháng 9 năm 2009
Quyết định số [81/QĐ-UBND] ngày 17/8/2009 của UBND tỉnh Bắc Giang
# Quyết định 06/2024/QĐ-UBND, UBND tỉnh Kon Tum
Số: [06/2024/QĐ-UBND]
Nghị định số [34/2016/NĐ-CP] ngày 14 tháng 5 năm 2016 của Chính phủ
Nghị định số [154/2020/NĐ-CP] ngày 31 tháng 12 năm 2020 của Chính phủ
Nghị định số [09/2019/NĐ-CP] ngày 24 tháng 01 năm 2019 của Chính phủ
# Quyết định 41/2019/QĐ-UBND, UBND tỉnh Quảng Trị
Quyết định số [41/2019/QĐ-UBND] ngày 22 tháng 10 năm 2019
Quyết định số [1090/QĐ-UBND] ngày 01/6/2015 của UBND tỉnh Quảng Trị
# Bài về tố tụng hình sự, dẫn Nghị quyết 49 của Bộ Chính trị
Nghị quyết số [49/NQ-TW] ngày 02/6/2005 của Bộ Chính trị
# Thông tư liên tịch 01-TANDTC-VKSNDTC/TTLT năm 1988
Số: [01-TANDTC-VKSNDTC/TTLT]
# Tin pháp điển của Bộ Tư pháp
Quyết đinh số [891/QĐ-TTg] ngày 17 tháng 7 năm 2019 của Thủ tướng Chính phủ
Bộ luật Tố tụng hình sự số [101/2015/QH13] ngày 27 tháng 11 năm 2015
Luật số [02/2021/QH15] ngày 12/11/2021 của Quốc hội
# Thông tư liên tịch 05/2018/TTLT-BCA-VKSNDTC-TANDTC
Thông tư liên tịch [05/2018/TTLT-BCA-VKSNDTC-TANDTC]
# Danh sách công văn của Tổng cục Thuế
Công văn [3997/TCT-CS] ngày 24/09/2020
Công văn [10453/CT-TTHT] năm 2016
Công văn [1022/TCT-TNCN] năm 2016
Thông tư [78/2021/TT-BTC]
Thông tư [93/2017/TT-BTC]
# Quyết định 367 - QĐ/TWĐTN-VP năm 2013, Trung ương Đoàn
Số: [367 - QĐ/TWĐTN-VP]
Quyết định số [84 QĐ/TWĐTN] ngày 22/02/2013
Quyết định số [1836 QĐ/TWĐTN] ngày 23/6/2006
# Quy định 97-QĐ/TW năm 2023, Bộ Chính trị
Quy định số [97-QĐ/TW] ngày 7/2/2023 của Bộ Chính trị
Quy định số [172-QĐ/TW]
Nghị quyết số [23-NQ/TW] của Ban Chấp hành Trung ương
Quy định số [24-QĐ/TW]
Quy định số [20-QĐ/TW] về thi hành Điều lệ Đảng
# Sách hỏi đáp về sinh hoạt chi bộ
Quy định số [29-QĐ/TW] ngày 25/7/2016 của Bộ Chính trị
# Quy chế 09-QC/TW năm 2026, Ban Bí thư
Số [09-QC/TW]
Luật Giao dịch điện tử số [20/2023/QH15] năm 2023
Luật Sở hữu trí tuệ số [07/2022/QH15] năm 2022
Nghị định số [42/2022/NĐ-CP], ngày 24/6/2022 của Chính phủ
Nghị quyết số [57-NQ/TW], ngày 22/12/2024 của Bộ Chính trị
Quyết định số [259-QĐ/TW], ngày 24/01/2025 của Bộ Chính trị
Thông báo số [05-TB/BCĐTW], ngày 04/7/2025
# Danh mục luật trên cổng Sở Tư pháp Đắk Lắk và Phòng GDĐT Tân Phú
Luật [01/2016/QH14]
Số: [44/2009/QH12]
Luật: [38/2005/QH11]
Luật số: [08/2012/QH13]
Luật Doanh nghiệp số [68/2014/QH13]
Văn bản hợp nhất [03/VBHN-VPQH] 2021
# Danh mục văn bản hợp nhất của Bộ Tài chính, năm 2021
Văn bản hợp nhất [14/VBHN-BTC] năm 2021
Văn bản hợp nhất [13/VBHN-BTC] năm 2021
Văn bản hợp nhất [12/VBHN-BTC] năm 2021
Văn bản hợp nhất [11/VBHN-BTC] năm 2021
Văn bản hợp nhất [13/VBHN-BYT] năm 2021
# Quy chế 06/QC-TT.HĐND-UBND năm 2019, tỉnh Hòa Bình
Số: [06/QC-TT.HĐND-UBND]
Nghị quyết số [629/2019/UBTVQH14] ngày 30 tháng 01 năm 2019
# Nghị quyết 34/2016/NQ-HĐND, tỉnh Vĩnh Phúc
Số: [34/2016/NQ-HĐND]
Nghị quyết [759/2014/UBTVQH13]
Nghị quyết [85/2014/QH13]
Tờ trình số [16/TTr-BVHXH] ngày 13/7/2016
# Nghị quyết 05/2025/NQ-HĐND, tỉnh Đắk Lắk
Nghị quyết [05/2025/NQ-HĐND]
Luật Tổ chức chính quyền địa phương số [72/2025/QH15]
Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số [87/2015/QH13]
Tờ trình số [279/TTr-HĐND] ngày 11 tháng 9 năm 2025
Báo cáo thẩm tra số [71/BC-HĐND] ngày 13 tháng 9 năm 2025
Báo cáo [85/BC-HĐND] ngày 14 tháng 9 năm 2025
# Nghị quyết 04/2011/NQ-HĐND, tỉnh Thừa Thiên Huế
Nghị quyết [04/2011/NQ-HĐND] về nội quy
Nghị quyết số [753/2005/NQ-UBTVQH11] ngày 02 tháng 4 năm 2005
Tờ trình số [13/TTr-HĐND] ngày 08 tháng 8 năm 2011
# Thông tư 16/2017/TT-BTC, Bộ Tài chính
Số: [16/2017/TT-BTC]
QUYẾT ĐỊNH SỐ [20/2016/QĐ-TTG] NGÀY 11 THÁNG 5 NĂM 2016
Nghị định số [215/2013/NĐ-CP] ngày 23 tháng 12 năm 2013 của Chính phủ
Quyết định số [20/2016/QĐ-TTg] ngày 11 tháng 5 năm 2016 của Thủ tướng
# Lịch sử hiệu lực của Quyết định 30/2013/QĐ-UBND, tỉnh Tây Ninh
Quyết định [30/2013/QĐ-UBND]
Được sửa đổi [79/2014/QĐ-UBND]
Bị hết hiệu lực 1 phần [413/QĐ-UBND]
Được sửa đổi [14/2017/QĐ-UBND]
Bị thay thế [14/2019/QĐ-UBND]
# Quyết định 63/2006/QĐ-UBND, UBND tỉnh Bình Thuận
Số: [63/2006/QĐ-UBND]
Nghị định số [104/2004/NĐ-CP] ngày 23/3/2004 của Chính phủ
Thông tư số [03/2006/TT-VPCP] ngày 17/02/2006 của Văn phòng Chính phủ
Nghị định [104/2004/NĐ-CP] ngày 23/3/2004
Quyết định số [871/QĐ-UBND] ngày 05/4/2006
Quyết định số [63/ 2006/QĐ - UBND], ngày 26 tháng 7 năm 2006
# Quyết định 19/2023/QĐ-UBND, UBND tỉnh Kon Tum
Quyết định số [19/2023/QĐ-UBND] về việc bãi bỏ
# Lịch sử hiệu lực của Quyết định 90/2007/QĐ-UBND, tỉnh Gia Lai
Quyết định [90/2007/QĐ-UBND]
Được bổ sung [58/2008/QĐ-UBND]
Bị thay thế [18/2011/QĐ-UBND]
# Quyết định 13/2018/QĐ-UBND, UBND tỉnh Điện Biên
Quyết định [13/2018/QĐ-UBND] về Quy chế
Quyết định số [09/2008/QĐ-UBND] ngày 30 tháng 5 năm 2008
Quyết định số [10/2013/QĐ-UBND] ngày 01 tháng 7 năm 2013
# Quyết định 02/2011/QĐ-UBND, UBND tỉnh Tuyên Quang
Số: [02/2011/QĐ-UBND]
Nghị định số [91/2006/NĐ-CP] ngày 06 tháng 9 năm 2006 của Chính phủ
Nghị định số [13/2008/NĐ-CP] ngày 04 tháng 02 năm 2008 của Chính phủ
Nghị định số [16/2009/NĐ-CP] ngày 16 tháng 02 năm 2009 của Chính phủ
Nghị định số [40/2010/NĐ-CP] ngày 12 tháng 4 năm 2010 của Chính phủ
Nghị định số [63/2010/NĐ-CP] ngày 08 tháng 6 năm 2010 của Chính phủ
Tờ trình số [126/TTr-STP] ngày 29 tháng 9 năm 2010
# Trang thông tư của Trường Đại học Nha Trang
Thông tư số [55/2012/TT-BGDĐT] ngày 25 tháng 12 năm 2012
Thông tư số [08/2015/TT-BGDĐT]  ngày 21 tháng 04 năm 2015
Thông tư số [06/2017/TT-BGDĐT]  ngày 15 tháng 03 năm 2017
# Lịch sử hiệu lực của các thông tư liên tịch về giáo dục và văn hóa
Thông tư liên tịch [28/2003/TTLT/BTC-BGD]
Được bổ sung [69/2005/TTLT-BTC-BGD&ĐT]
Bị bãi bỏ [21/2010/TTLT-BTC-BGDĐT]
Thông tư liên tịch [21/2003/TTLT-BTC-BGDĐT-BNV]
Thông tư liên tịch [51/2013/TTLT-BTC-BVHTTDL]
Bị hết hiệu lực [139/2017/TT-BTC]
Thông tư liên tịch [163/2013/TTLT-BTC-BNV]
# Thông tư 26/2019/TT-BGDĐT, Bộ Giáo dục và Đào tạo
Số: [26/2019/TT-BGDĐT]
Thông tư [42/2021/TT-BGDĐT] quy định về cơ sở dữ liệu
Quyết định [259/QĐ-BGDĐT] năm 2023
Quyết định [466/QĐ-BGDĐT] năm 2024
Nghị định số [69/2017/NĐ-CP] ngày 25 tháng 5 năm 2017 của Chính phủ
Nghị định số [64/2007/NĐ-CP] ngày 10 tháng 4 năm 2007 của Chính phủ
# Thông tư liên tịch 02/2011/TTLT-VPCP-BNV
Thông tư liên tịch số [02/2011/TTLT-VPCP-BNV] ngày 28/01/2011
Thông tư liên tịch số [01/2015/TTLT-VPCP-BNV] ngày 23/10/2015
# Trang văn bản của các trường
Văn bản hợp nhất [05/VBHN-BGDĐT] 2023
Thông tư [08/2021/TT-BGDĐT] Quy chế đào tạo
[19/2018/TT-BGDĐT] ngày 10/10/2018
Quyết định [439/QĐ-TTg] 2023
# Tin của Báo Mới, năm 2008
Công văn (số [73/TTg-CN]) chỉ đạo
# Chỉ thị của quận về thi đua năm 2024 (trang cổng của bản mẫu)
Luật Thi đua, khen thưởng số [06/2022/QH15]
Nghị định số [98/2023/NĐ-CP] ngày 31/12/2023 của Chính phủ
Nghị quyết [156/NQ-HĐND] ngày 19/12/2023
`;

export const FRAMES: readonly string[] = [
  'Căn cứ {};',
  'Các đơn vị thực hiện theo {} cho đến khi có văn bản mới.',
  'Nội dung này đã nêu tại {}, nay nhắc lại để các phòng biết.',
  'Phòng chuyên môn (theo {}) lập danh sách trước ngày 15.',
  'Khi áp dụng {}: đơn vị báo cáo khó khăn nếu có.',
  '1. Tiếp tục triển khai {}; 2. Báo cáo kết quả hằng quý.',
  'Văn bản liên quan gồm {} và các phụ lục kèm theo.',
];

export interface Form {
  readonly document: string;
  readonly sentence: string;
  /** What the number must be found as, and where. */
  readonly number: string;
  readonly start: number;
}

export function forms(): readonly Form[] {
  let document = '';
  const made: Form[] = [];
  for (const line of DOCUMENTS.split('\n')) {
    if (line.startsWith('# ')) document = line.slice(2);
    const [, number] = /\[([^\]]+)\]/.exec(line) ?? [];
    if (number === undefined) continue;
    const frame = FRAMES[made.length % FRAMES.length]!;
    const marked = frame.replace('{}', () => line);
    made.push({ document, number, start: marked.indexOf('['), sentence: marked.replace(/[[\]]/g, '') });
  }
  return made;
}

/** What looks like a number and is none, by kind. */
const KINDS: readonly (readonly string[])[] = [
  ...[
    '19/12/2023',
    '01/01/2024',
    '6/6/2003',
    '31/12/2023',
    '2/9',
    '30/4/1975',
    '05/2023',
    '12/2025',
    '7/11/2011',
    '3/2',
  ].map((date) => [
    `Cuộc họp ngày ${date} bàn việc chung.`,
    `Hạn nộp hồ sơ là ${date}; quá hạn không nhận.`,
    `Từ ${date} đến hết năm, các tổ tự kiểm tra.`,
  ]),
  ['2023 - 2030', '2021-2025', '2016 -2020', '2011 – 2020', '2020-2025'].flatMap((years) => [
    `Giai đoạn ${years} có ba mục tiêu.`,
    `Nhiệm kỳ ${years} của đơn vị đã qua nửa chặng.`,
    `Kế hoạch 5 năm (${years}) được rà soát.`,
  ]),
  ['HĐND/UBND', 'và/hoặc', 'UBND/HĐND', 'TTHC/DVC', 'VP/TH', 'nam/nữ'].flatMap((pair) => [
    `Các ${pair} phối hợp thực hiện.`,
    `Có 3 ${pair} tham gia.`,
    `Mẫu 5 ${pair} điền đủ các mục.`,
  ]),
  [
    ...['QCVN 102:2016/BTTTT', 'ISO/IEC 40500', 'TCVN 7190:2002', 'TCVN ISO 9001:2015', 'QCVN 01:2021/BXD'].flatMap(
      (norm) => [`Sản phẩm đạt ${norm} theo công bố.`, `Theo tiêu chuẩn ${norm}, nhãn phải đủ chữ.`],
    ),
    ...[
      '50 km/h',
      '5 m/s',
      '20 đồng/kg',
      '3 người/hộ',
      '1/500',
      '1/2.000',
      '24/7',
      '10/10 điểm',
      '2/3 số đại biểu',
      '100 triệu đồng/năm',
    ].flatMap((rate) => [
      `Mức ghi trong bảng là ${rate} nhé.`,
      `Tỷ lệ ${rate} được giữ nguyên.`,
      `Đơn vị đề xuất ${rate}, chưa chốt.`,
    ]),
    ...[
      'https://example.org/2023/12/QD-UBND/',
      'www.example.org/van-ban/01/CT-UBND',
      'https://example.org/a?so=98/2023/NĐ-CP',
      'http://example.org/45/TB-VPCP.pdf',
      'example.gov.vn/12/2025/QĐ-UBND',
      'ftp.example.org/57-NQ/TW',
    ].flatMap((address) => [`Xem tại ${address} để biết thêm.`, `Tải mẫu (${address}) về máy.`]),
    ...[
      'khóa XV',
      'lần thứ III',
      'khoá VI, kỳ họp thứ 2',
      'quận 5 năm',
      'tổ 12/3',
      'số 5/12 đường Mẫu',
      'nhà 45/2A ngõ 9',
      'lô B-12/QH',
      'biển số 29-A1',
      'mẫu 02-SK',
    ].flatMap((name) => [`Đại biểu ${name} đã có mặt.`, `Ghi chú: ${name}.`]),
    ...['123/UBND-NV', '45/SNV-CCVC', '7/PGD-TH'].map((letter) => `Hồ sơ xếp theo ký hiệu ${letter} trong tủ.`),
    ...['A4/A3', '12/7B', '4/TP', '9/QH', '30/4 và 1/5', 'Q.5/P.3'].map((sign) => `Ghi ${sign} lên bìa hồ sơ.`),
    'Thực hiện ngay./.',
    'Nơi nhận: Như trên; Lưu: VT, NC (3b)./.',
    'Tổng số 1.250.000 lượt/năm, tăng 12 % so với 2022/2023.',
    'Bảng 3-2/A và hình 4-1/B ở trang sau.',
    'Phiên bản 2.0/2024 của phần mềm.',
    'Điện thoại 024 3/804/0000.',
  ],
];

export const nearMisses: readonly string[] = KINDS.flat();
