/** The page's only style sheet; its hash stands in the page's content security policy. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --ink: #1b232d; --muted: #55606e; --accent: #1c4b8a; --line: #d5dbe3;
  --desk: #f1f3f6; --paper: #fff; --mark: #fff2c9; --warn: #8a4b00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e3e8ee; --muted: #a5b0bd; --accent: #8fb8f2; --line: #3a4450;
    --desk: #12161b; --paper: #1a2027; --mark: #4c4015; --warn: #f0b76a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body {
  margin: 0; background: var(--desk); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
a { color: var(--accent); }
a:focus-visible, .wide:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.draft {
  margin: 0; padding: 8px 24px; border-bottom: 1px solid var(--line); background: var(--mark);
  text-align: center; font-weight: 700; letter-spacing: 0.2em;
}
.page { max-width: 1240px; margin: 0 auto; padding: 24px 16px 64px; }
.note { max-width: 766px; margin: 0 auto 24px; color: var(--muted); font-size: 13px; }
nav, .paper, .tables { border: 1px solid var(--line); background: var(--paper); }
nav, .paper { max-width: 766px; margin: 0 auto 24px; }
nav { padding: 16px 24px; font-size: 13px; }
nav h2 { margin: 0 0 8px; font-size: 13px; }
nav ol { margin: 0; padding-left: 24px; }
nav ul { margin: 8px 0 0; padding: 0; list-style: none; }
nav li { padding: 2px 0; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.paper {
  padding: 48px 64px 64px; font-family: "Times New Roman", "Liberation Serif", "Noto Serif", serif;
  font-size: 17px; line-height: 1.6;
}
.paper header { margin-bottom: 32px; text-align: center; }
h1 { margin: 0 0 4px; font-size: 22px; line-height: 1.35; text-wrap: balance; }
.paper h2 { margin: 32px 0 12px; font-size: 18px; line-height: 1.4; }
.paper h3, .paper h4, .paper h5 { margin: 24px 0 8px; font-size: 17px; line-height: 1.4; }
.paper h4, .paper h5 { font-style: italic; }
.paper h5 { font-weight: 400; }
.paper p { margin: 0 0 0.6em; }
.paper ul, .paper ol { margin: 0 0 0.6em; padding-left: 1.6em; }
.paper ul { list-style: "–  "; }
blockquote { margin: 0 0 0.6em; padding-left: 16px; border-left: 2px solid var(--line); }
.grand { margin-top: 32px !important; padding-top: 16px; border-top: 1px solid currentcolor; }
.signature { display: flex; gap: 24px; align-items: flex-end; margin-top: 56px; }
.signature span:nth-child(2) { flex: 1; min-width: 160px; border-bottom: 1px solid currentcolor; }
a.number {
  color: inherit; text-decoration: underline; text-decoration-color: var(--accent);
  text-decoration-thickness: 1px; text-underline-offset: 3px; font-variant-numeric: tabular-nums;
}
a.number:hover { color: var(--accent); }
.doubtful { color: var(--warn); font-weight: 700; }
.tables { margin: 0 0 24px; padding: 16px 24px 24px; }
.tables > h2 { margin: 0 0 8px; font-size: 18px; }
.wide { margin: 0 0 16px; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
table.text { width: auto; min-width: 50%; }
caption { padding: 8px 0; text-align: left; font-weight: 600; }
th, td { padding: 4px 8px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { font-weight: 400; }
thead th, tr.sum th, tr.sum td, tfoot th, tfoot td { font-weight: 600; }
thead th { border-bottom-color: var(--muted); vertical-align: bottom; }
th.n { text-align: right; }
td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
mark { background: none; color: var(--warn); font-weight: 600; }
tr:target, tbody:target, table:target, .tables:target > h2, a.number:target { background: var(--mark); }
.door { display: none; }
.door:target {
  display: block; position: fixed; z-index: 1; inset: auto 16px 16px auto; width: min(520px, calc(100vw - 32px));
  max-height: min(70vh, 560px); overflow: auto; padding: 16px 24px; border: 1px solid var(--muted);
  background: var(--paper); box-shadow: 0 8px 32px rgb(0 0 0 / 25%); font-size: 13px;
}
.door h2 { margin: 0; font-size: 18px; }
.door p { margin: 4px 0 8px; }
.back { float: right; margin-left: 16px; }
.door ol { margin: 0 0 8px; padding: 0; list-style: none; }
.door li { padding: 4px 0; border-bottom: 1px solid var(--line); }
.door b { font-variant-numeric: tabular-nums; }
@media (max-width: 760px) { .paper { padding: 24px 16px 32px; } .tables, nav { padding: 16px; } }
@media print {
  :root {
    --ink: #000; --muted: #333; --accent: #000; --line: #999; --desk: #fff; --paper: #fff; --mark: #fff; --warn: #000;
  }
  @page { size: A4; margin: 20mm 10mm 20mm 30mm; }
  body { font-size: 10pt; }
  .page, nav, .paper, .tables { max-width: none; margin: 0; padding: 0; border: 0; }
  .paper { font-size: 14pt; line-height: 1.5; }
  .tables { break-before: page; }
  .wide { overflow: visible; }
  table { font-size: 8pt; }
  thead { display: table-header-group; }
  tr, .signature { break-inside: avoid; }
  h2, h3, h4, h5, caption { break-after: avoid; }
  nav, .door, .door:target { display: none; }
  a, a.number { color: inherit; text-decoration: none; }
}
`;
