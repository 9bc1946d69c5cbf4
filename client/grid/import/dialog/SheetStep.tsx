import { Group, Radio, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type TextEncoding, textEncodings } from '../reading/csv/decodeText.ts';
import { type Delimiter, delimiters } from '../reading/csv/readCsv.ts';
import type { BookInfo } from '../reading/ImportReader.ts';
import { formatColumn } from '../reading/SourceBook.ts';
import classes from './import.module.css';
import type { ImportFlow } from './useImport.tsx';

const shownRows = 40;
const delimiterNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

/** Which sheet, and where its header is. */
export function SheetStep({ flow }: { flow: ImportFlow }) {
  const { t } = useTranslation('imports');
  const { state } = flow;
  const { book, sheetIndex, headerRow, error } = state;
  if (book === null) return null;
  const rows = book.sheets[sheetIndex]?.rows ?? [];
  const width = Math.max(1, ...rows.map(({ texts }) => texts.length));
  return (
    <>
      {book.sheets.length > 1 && (
        <Select
          label={t('sheet.sheet')}
          w={320}
          allowDeselect={false}
          value={String(sheetIndex)}
          data={book.sheets.map(({ name, isHidden }, index) => ({
            value: String(index),
            label: isHidden ? t('sheet.hiddenSheet', { name: name ?? '' }) : (name ?? ''),
          }))}
          onChange={(value) => value !== null && flow.chooseSheet(Number(value))}
        />
      )}
      {book.csv !== null && <CsvChoices flow={flow} csv={book.csv} />}
      {rows.length === 0 ? (
        <Text size="sm">{t('sheet.empty')}</Text>
      ) : (
        error === null && (
          <>
            <Text size="sm">{t('sheet.headerText')}</Text>
            <div className={classes.scroll}>
              <table className={classes.sheet}>
                <thead>
                  <tr>
                    <th scope="col">{t('sheet.header')}</th>
                    {Array.from({ length: width }, (_, column) => (
                      <th key={formatColumn(column)} scope="col">
                        {formatColumn(column)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.slice(0, shownRows).map(({ number, isHidden, texts }) => (
                    <tr
                      key={number}
                      data-header={number === headerRow}
                      data-above={number < headerRow}
                      data-hidden={isHidden}
                    >
                      <th scope="row">
                        <Radio
                          name="header"
                          size="xs"
                          label={number}
                          aria-label={t('sheet.row', { number: String(number) })}
                          checked={number === headerRow}
                          onChange={() => flow.chooseHeader(number)}
                        />
                      </th>
                      {Array.from({ length: width }, (_, column) => (
                        <td key={formatColumn(column)}>{texts[column] ?? ''}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )
      )}
    </>
  );
}

function CsvChoices({ flow, csv }: { flow: ImportFlow; csv: NonNullable<BookInfo['csv']> }) {
  const { t } = useTranslation('imports');
  const { choice } = flow.state;
  return (
    <Group align="end" gap="md">
      <Select
        label={t('sheet.encoding')}
        w={180}
        allowDeselect={false}
        value={csv.encoding}
        data={[...textEncodings]}
        onChange={(value) => value !== null && flow.rereadCsv({ ...choice, encoding: value as TextEncoding })}
      />
      <Select
        label={t('sheet.delimiter')}
        w={180}
        allowDeselect={false}
        value={csv.delimiter}
        data={delimiters.map((value) => ({
          value,
          label: t(`sheet.delimiters.${delimiterNames[value]}`),
        }))}
        onChange={(value) => value !== null && flow.rereadCsv({ ...choice, delimiter: value as Delimiter })}
      />
      <Text size="xs" c="dimmed" maw={380} pb={6}>
        {t('sheet.csvText')}
      </Text>
    </Group>
  );
}
