import { type Info, parse } from 'csv-parse/sync';
import { restoreText } from '#shared/report/defuseText.ts';
import type { FoundTable } from '../FoundTable.ts';

type Read = { record: string[]; info: Info };

/** A CSV file as any program reads it. Throws for one that is no table. */
export function readCsv(
  bytes: Uint8Array,
  { delimiter, inner }: { delimiter: ',' | ';'; inner?: string },
): FoundTable {
  const read = parse(Buffer.from(bytes), {
    bom: true,
    delimiter,
    record_delimiter: '\r\n',
    info: true,
  }) as unknown as Read[];
  const [first, ...rest] = read;
  const header = (first?.record ?? []).map(restoreText);
  return {
    ...(inner === undefined ? {} : { inner }),
    header,
    rows: rest.map(({ record }) => record.map(readText)),
    placeOf: (row, column) => `рядок ${rest[row]?.info.lines ?? row + 2}, «${header[column] ?? column + 1}»`,
  };
}

/** As it was before it was kept from being taken for a formula or a number. */
function readText(text: string): string {
  const kept = /^="(.*)"$/.exec(text)?.[1];
  return kept ?? restoreText(text);
}
