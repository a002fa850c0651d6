/** The sheet of a printed document: measures of NĐ 30/2020/NĐ-CP, Phụ lục I (A4; margins 20, 15, 20, 30 mm; 13 to 14 pt). */
export const printStyles = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", serif } }
@page :first { @top-center { content: "" } }
body { margin: 0; color: #000; background: #fff; font: 14pt/1.35 "Times New Roman", "Liberation Serif", Tinos, serif; overflow-wrap: break-word }
/* As wide as on the sheet, for what is measured before. */
@media screen { body { width: 165mm } }
p, .p { margin: 0 0 6pt; text-align: justify; text-indent: 1.27cm }
.head { display: grid; grid-template-columns: 2fr 3fr; gap: 0 5mm; margin-bottom: 18pt }
.head p, .title p, .rest, .reference, .capitals { margin: 0; text-align: center; text-indent: 0 }
.organ { font-weight: bold; text-transform: uppercase; font-size: 13pt }
.parent { text-transform: uppercase; font-size: 13pt }
.motto, .nation { font-weight: bold; white-space: nowrap }
.nation { font-size: 12.5pt }
.motto { font-size: 13.5pt }
.rule { width: 33%; margin: 2pt auto 6pt; border-bottom: .75pt solid #000 }
.motto + .rule { width: 62% }
.place { font-style: italic }
.subject { font-size: 12pt }
.title { margin-bottom: 14pt; break-after: avoid }
.title p { font-weight: bold }
.type { text-transform: uppercase; font-size: 14pt }
h1, h2, h3, h4, h5, h6 { margin: 10pt 0 6pt; font-size: 14pt; break-after: avoid; text-align: left; text-indent: 1.27cm }
.article .marker { font-weight: bold }
h2.part, h2.chapter, h2.section, h2.subsection { text-align: center; text-indent: 0 }
h2 span { display: inline }
h2.part span, h2.chapter span { display: block }
.capitals { margin-bottom: 6pt; font-weight: bold }
.basis, .reference { font-style: italic }
.reference { margin-bottom: 14pt }
.title + .reference { margin-top: -10pt }
.end { display: grid; grid-template-columns: 1fr 1fr; margin-top: 16pt; break-inside: avoid }
.to { font-size: 11pt; padding-right: 4mm }
.to b { font-size: 12pt; font-style: italic }
.to ul, .to ol { list-style: none; margin: 0; padding: 0 }
.sign { text-align: center; font-weight: bold }
.role { text-transform: uppercase }
.name { margin-top: 60pt }
table { width: 100%; border-collapse: collapse; font-size: 12pt; margin-bottom: 6pt }
td, th { padding: 2pt 4pt; border: .75pt solid #000; text-align: left; vertical-align: top }
.small { font-size: 10pt }
.smaller, .divided { font-size: 8pt }
.divided { table-layout: fixed }
:is(.small, .smaller, .divided) :is(td, th) { padding: 1.5pt 2pt }
.divided :is(td, th) { width: auto; padding: 1pt; overflow-wrap: anywhere }
.divided table { font-size: inherit }
.divided col { width: auto }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 11pt }
td p, th p, li p { text-indent: 0; margin: 0; text-align: inherit }
.other { break-inside: avoid }
.other td, .other th { border: 0; width: 50% }
.other td + td, .other th + th { text-align: center; font-weight: bold }
tr, img { break-inside: avoid }
img { max-width: 100%; height: auto }
a { color: inherit; text-decoration: none }
.section-menu { display: none }
.annex { break-before: page }
.source { margin-top: 18pt; padding-top: 4pt; border-top: .75pt solid #000 }
.source p { margin: 0; font-size: 10pt; text-align: left; text-indent: 0 }
`;
