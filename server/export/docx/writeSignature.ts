import {
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PrintedSignature } from '../printed/PrintedDocument.ts';
import { computeTextWidthMm } from '../printed/page.ts';
import { signatureLine } from '../printed/signatureLine.ts';
import { styleIds } from './docxStyles.ts';
import { toTwips } from './units.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** Position, place to sign, name; on one page with the end of the text. */
export function writeSignature({ position, name }: PrintedSignature): FileChild[] {
  const width = toTwips(computeTextWidthMm(false));
  const widths = [0.46, 0.24, 0.3].map((share) => Math.round(width * share));
  const cells = [position, signatureLine, name === '' ? signatureLine : name];
  return [
    new Paragraph({ style: styleIds.signature }),
    new Paragraph({ style: styleIds.signature }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: [
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (text, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlign.BOTTOM,
                borders: noBorders,
                children: [new Paragraph({ style: styleIds.signature, text })],
              }),
          ),
        }),
      ],
    }),
  ];
}
