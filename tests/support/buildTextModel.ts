import { formatMoney } from '#shared/money/formatMoney.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { FigureModel, TextBlock, TextInline } from '#shared/report/TextModel.ts';

export const plainMarks = { bold: false, italic: false, link: null } as const;

export function textOf(
  text: string,
  marks: Partial<Omit<Extract<TextInline, { type: 'text' }>, 'type' | 'text'>> = {},
): TextInline {
  return { type: 'text', text, ...plainMarks, ...marks };
}

export function paragraph(...content: (string | TextInline)[]): TextBlock {
  return {
    type: 'paragraph',
    content: content.map((inline) => (typeof inline === 'string' ? textOf(inline) : inline)),
  };
}

/** A sound sum of all expenditures of the model, as a figure of its text. */
export function buildMoneyFigure({ expenditures, totals }: ReportModel, position: number): FigureModel {
  return {
    text: formatMoney(totals.grand.actualMinor),
    amount: { unit: 'kopiykas', value: totals.grand.actualMinor },
    rowCount: expenditures.length,
    problem: null,
    position,
    spec: { kind: 'money', sum: 'actual', filter: {}, format: 'hryvnias', case: 'nominative' },
    rows: expenditures.map(({ organisation, rowId }) => ({ organisationId: organisation.id, rowId })),
  };
}

export function withText(model: ReportModel, number: number, text: TextBlock[]): ReportModel {
  return {
    ...model,
    directions: model.directions.map((direction) =>
      direction.number === number ? { ...direction, text } : direction,
    ),
  };
}

/** Every kind of block and of inline, with texts that a format might take for its own marks. */
export function buildEveryBlock(model: ReportModel): TextBlock[] {
  const figure = buildMoneyFigure(model, 1);
  return [
    { type: 'heading', level: 1, content: [textOf('Заголовок *один*')] },
    { type: 'heading', level: 2, content: [textOf('Заголовок два')] },
    { type: 'heading', level: 3, content: [textOf('Заголовок три')] },
    paragraph(
      'Разом ',
      { type: 'figure', figure, ...plainMarks, bold: true },
      ' <script>alert(1)</script> & «так»',
    ),
    paragraph(
      textOf('жирно', { bold: true }),
      ' і ',
      textOf('похило', { italic: true }),
      { type: 'break' },
      textOf('посилання', { link: 'https://kr.gov.ua/?a=1&b=(2)' }),
      textOf(' зле', { link: 'javascript:alert(1)' }),
    ),
    {
      type: 'list',
      isOrdered: true,
      start: 3,
      items: [
        [
          paragraph('третій'),
          { type: 'list', isOrdered: false, start: 1, items: [[paragraph('вкладений')]] },
        ],
        [paragraph('четвертий')],
      ],
    },
    { type: 'quote', content: [paragraph('цитата'), paragraph('два абзаци')] },
    {
      type: 'table',
      rows: [
        {
          cells: ['Назва', 'Число | сума'].map((text) => ({
            isHeader: true,
            colspan: 1,
            rowspan: 1,
            content: [paragraph(text)],
          })),
        },
        {
          cells: ['рядок', '1 | 2'].map((text) => ({
            isHeader: false,
            colspan: 1,
            rowspan: 1,
            content: [paragraph(text)],
          })),
        },
        {
          cells: [
            { isHeader: false, colspan: 2, rowspan: 1, content: [paragraph('на два'), paragraph('стовпці')] },
          ],
        },
      ],
    },
    {
      type: 'rows',
      figure: { ...figure, position: 2, spec: { kind: 'table', table: 'expenditure', filter: {} }, text: '' },
      table: { kind: 'expenditure', lines: model.expenditures.slice(0, 2), money: model.totals.grand },
    },
    {
      type: 'rows',
      figure: {
        ...figure,
        position: 3,
        spec: null,
        problem: 'unreadable',
        rows: [],
        text: '[таблицю не прочитано]',
      },
      table: { kind: 'none' },
    },
  ];
}
