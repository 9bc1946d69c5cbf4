import { describe, expect, test } from 'vitest';
import { buildMatrix } from '#client/control/buildMatrix.ts';
import { buildRowGroups } from '#client/control/rows/buildRowGroups.ts';
import { buildCorrectionForm, readCorrectionForm } from '#client/corrections/correctionForm.ts';
import { correctionsOwner } from '#shared/corrections/correctionRows.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { DirectionId } from '#shared/model/ids.ts';
import { readCorrectionFields } from '#shared/structure/applyCorrectionEdit.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { selectRows } from '#shared/totals/totalRows.ts';
import { buildCorrection, buildMoneySubject } from '#tests/support/buildCorrection.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';

const d1 = DirectionId.parse('d1');
const subject = buildMoneySubject({ fund: 'general', kekv: '2240', actualMinor: -1_200_50 });
const correction = buildCorrection('c1', { subject });
const structure = { ...buildReportStructure(), corrections: [correction] };
const rows = [buildExpenditure('r1', { directionId: d1, actualMinor: 5_000_00 })];

describe('corrections on the pages', () => {
  test('COR-12 «Зведення» has them as a line that makes the columns add up', () => {
    const {
      organisations,
      totals,
      rows: lines,
      grand,
    } = buildMatrix(structure, computeTotals(structure, rows));
    expect(organisations.at(-1)).toEqual({
      id: correctionsOwner,
      name: 'Коригування',
      shortName: 'Коригування',
    });
    expect(totals.at(-1)?.sums.actualMinor).toBe(-1_200_50n);
    expect(lines[0]?.cells.at(-1)?.sums.actualMinor).toBe(-1_200_50n);
    expect(totals.reduce((sum, { sums }) => sum + sums.actualMinor, 0n)).toBe(grand.sums.actualMinor);
    const plain = buildReportStructure();
    expect(buildMatrix(plain, computeTotals(plain, rows)).organisations).toEqual(plain.organisations);
  });

  test('COR-12 what is behind a number has them under their own name', () => {
    const behind = selectRows(rows, { measure: 'money', directionId: d1 }, structure);
    const { groups } = buildRowGroups(structure, behind, 10);
    expect(groups.map(({ name, rows: own }) => [name, own.map(({ id }) => id)])).toContainEqual([
      'Коригування',
      ['c1'],
    ]);
  });

  test('COR-11 the form reads back what it shows, and says which field is wrong', () => {
    for (const one of [correction, buildCorrection('c2')]) {
      const fields = readCorrectionFields(one);
      expect(readCorrectionForm(buildCorrectionForm(fields), structure.indicators)).toEqual({ fields });
    }
    const form = buildCorrectionForm(readCorrectionFields(correction));
    const wrong = (given: Partial<typeof form>) => {
      const read = readCorrectionForm({ ...form, ...given }, structure.indicators);
      return 'problems' in read ? read.problems : {};
    };
    expect(wrong({ actual: '-390,023' }).actual).toBeInstanceOf(AppError);
    expect(wrong({ actual: '' })).toEqual({ actual: 'wrong' });
    expect(wrong({ planned: 'дванадцять', actual: '' }).planned).toBeInstanceOf(AppError);
    expect(wrong({ kpkvk: '210180' })).toEqual({ kpkvk: 'wrong' });
    expect(wrong({ reason: ' ', directionId: null })).toEqual({ reason: 'wrong', directionId: 'wrong' });
    expect(wrong({ of: 'indicator', indicatorId: 'sum', quantity: '−1,5' })).toEqual({ quantity: 'wrong' });
    expect(wrong({ of: 'indicator', quantity: '0' })).toEqual({ quantity: 'wrong', indicatorId: 'wrong' });
  });
});
