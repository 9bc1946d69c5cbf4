import { createHash } from 'node:crypto';
import { formatWithUnit } from '#shared/money/formatMoney.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import type { DirectionModel, ReportModel } from '#shared/report/ReportModel.ts';
import { readDirectionText } from '#shared/report/readDirectionText.ts';
import { sectionAnchor } from './anchors.ts';
import { Doors } from './Doors.ts';
import { Html, html, nothing } from './html.ts';
import { htmlStyle } from './htmlStyle.ts';
import { RowTables } from './RowTables.ts';
import { writeText } from './writeText.ts';
import { writeTotals } from './writeTotals.ts';

const styleHash = createHash('sha256').update(htmlStyle).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/**
 * The report as one page that needs nothing else and runs nothing: text, totals and tables. Every
 * number leads to the rows behind it. A draft says so at the top.
 */
export function writeReportHtml(model: ReportModel, { isDraft }: { isDraft: boolean }): string {
  const doors = new Doors(model);
  const tables = new RowTables(model, doors, { isDraft });
  const { meta, directions } = model;
  const sections = directions.map((direction) => writeDirection(model, direction, { doors, tables }));
  const paper = writePaper(model, sections, doors);
  const totals = writeTotals(model, doors);
  return html`<!doctype html>
<html lang="uk">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${isDraft ? `${documentWords.draft}. ` : ''}${meta.title}</title>
<style>${new Html(htmlStyle)}</style>
</head>
<body>
${isDraft ? html`<p class="draft" role="note">${documentWords.draft}</p>` : nothing}
<main class="page">
${meta.exampleNote === null ? nothing : html`<p class="note">${meta.exampleNote}</p>`}
${writeOutline(model)}
${paper}
${totals}
${tables.writeActivities()}
${tables.writeExpenditures()}
${doors.write()}
</main>
</body>
</html>
`.markup;
}

function writeOutline({ directions }: ReportModel): Html {
  const items = directions.map(
    ({ id, title }) => html`<li><a href="#${sectionAnchor(id)}">${title}</a></li>`,
  );
  return html`<nav aria-labelledby="outline"><h2 id="outline">Зміст</h2><ol>${items}</ol>
<ul><li><a href="#grand">Усього</a></li><li><a href="#totals">Зведення</a></li><li><a href="#activities">Заходи</a></li><li><a href="#expenditures">Видатки</a></li></ul></nav>`;
}

function writePaper(
  { meta, totals, expenditures }: ReportModel,
  sections: readonly Html[],
  doors: Doors,
): Html {
  const { grand, withoutDirection } = totals;
  const unplaced = expenditures.filter(({ direction }) => direction === null);
  const title = html`<header><h1>${meta.title}</h1><p>${meta.programmeTitle}</p>${meta.decisionText === null ? nothing : html`<p>${meta.decisionText}</p>`}</header>`;
  const withoutPlace =
    withoutDirection === null
      ? nothing
      : html`<p>${documentWords.withoutDirection} ${doors.open(formatWithUnit(withoutDirection.actualMinor, meta.unit), unplaced)}</p>`;
  const signature =
    meta.signatoryPosition === '' && meta.signatoryName === ''
      ? nothing
      : html`<footer class="signature"><span>${meta.signatoryPosition}</span><span></span><span>${meta.signatoryName}</span></footer>`;
  return html`<article class="paper">${title}
${sections}${withoutPlace}
<p class="grand" id="grand">${documentWords.grand} ${documentWords.grandPrefix} ${doors.open(formatWithUnit(grand.actualMinor, meta.unit), expenditures)}</p>
${signature}
</article>`;
}

function writeDirection(
  model: ReportModel,
  direction: DirectionModel,
  context: { doors: Doors; tables: RowTables },
): Html {
  const anchor = sectionAnchor(direction.id);
  return html`<section aria-labelledby="${anchor}"><h2 id="${anchor}">${direction.number}. ${direction.title}</h2>
${writeText(readDirectionText(model, direction), context)}</section>
`;
}
