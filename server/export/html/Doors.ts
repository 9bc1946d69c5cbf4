import { formatCount, pickNounForm } from '#shared/language/nouns.ts';
import { formatWithUnit } from '#shared/money/formatMoney.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { FigureModel } from '#shared/report/TextModel.ts';
import { rowAnchor } from './anchors.ts';
import { type Html, html, nothing } from './html.ts';

type Line = ActivityLine | ExpenditureLine;

/** More would make a page of hundreds of numbers too heavy to open; the table has all of them. */
const mostRows = 100;

/**
 * The lists of rows behind the numbers of a page. A number is a link to its list, which shows when
 * it is the page's target and leads on to the rows in the tables: nothing of it needs a script.
 */
export class Doors {
  readonly #lineByAnchor = new Map<string, Line>();
  readonly #places = new Map<Line, number>();
  readonly #sections: Html[] = [];
  readonly #unit: ReportUnit;

  constructor({ activities, expenditures, meta }: Pick<ReportModel, 'activities' | 'expenditures' | 'meta'>) {
    this.#unit = meta.unit;
    for (const lines of [activities, expenditures]) {
      for (const [index, line] of lines.entries()) {
        this.#lineByAnchor.set(rowAnchor(line.organisation.id, line.rowId), line);
        this.#places.set(line, index + 1);
      }
    }
  }

  /** Number of a line in its table, from 1. */
  placeOf(line: Line): number {
    return this.#places.get(line) ?? 0;
  }

  /** The link that stands for a figure of the text. */
  openFigure(figure: FigureModel): Html {
    const lines = figure.rows.flatMap(({ organisationId, rowId }) => {
      const line = this.#lineByAnchor.get(rowAnchor(organisationId, rowId));
      return line ? [line] : [];
    });
    return this.open(figure.text, lines, figure.problem !== null);
  }

  /** The link that stands for a number, with the list of its rows to be written by {@link write}. */
  open(text: string, lines: readonly Line[], isDoubtful = false): Html {
    const number = this.#sections.length + 1;
    this.#sections.push(this.#writeDoor(number, text, lines));
    const kind = isDoubtful ? 'number doubtful' : 'number';
    return html`<a class="${kind}" id="number.${number}" href="#door.${number}">${text}</a>`;
  }

  /** Every list, for the end of the page. */
  write(): Html {
    return html`${this.#sections}`;
  }

  #writeDoor(number: number, text: string, lines: readonly Line[]): Html {
    const shown = lines.slice(0, mostRows);
    const rest = lines.length - shown.length;
    return html`<section class="door" id="door.${number}" aria-labelledby="door.${number}.title">
<h2 id="door.${number}.title">${text}</h2>
<p>${describe(lines)} <a class="back" href="#number.${number}">Назад до числа</a></p>
<ol>${shown.map((line) => this.#writeLine(line))}</ol>
${rest > 0 ? html`<p>Показано перші ${formatCount(shown.length)}, решта ${formatCount(rest)} — у таблиці.</p>` : nothing}</section>
`;
  }

  #writeLine(line: Line): Html {
    const { organisation, rowId } = line;
    const name = line.kind === 'activity' ? line.values.content : line.values.measure;
    const tail = html` <b>${formatAmount(line, this.#unit)}</b>`;
    return html`<li><a href="#${rowAnchor(organisation.id, rowId)}">№ ${this.placeOf(line)}</a> ${organisation.shortName}: ${name ?? 'без назви'}${tail}</li>`;
  }
}

function formatAmount(line: Line, unit: ReportUnit): string {
  if (line.kind === 'expenditure') return formatWithUnit(line.values.actualMinor ?? 0, unit);
  return line.values.quantity === null ? '' : formatCount(line.values.quantity);
}

function describe(lines: readonly Line[]): string {
  if (lines.length === 0) return 'За цим числом немає жодного рядка.';
  const organisations = new Set(lines.map(({ organisation }) => organisation.id)).size;
  const rowForm = pickNounForm({ one: 'рядок', few: 'рядки', many: 'рядків' }, lines.length);
  const organisationForm = pickNounForm(
    { one: 'виконавець', few: 'виконавці', many: 'виконавців' },
    organisations,
  );
  return `${formatCount(lines.length)} ${rowForm}, ${formatCount(organisations)} ${organisationForm}`;
}
