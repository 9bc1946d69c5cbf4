import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explainFinding, sheetFindingsQuery } from '#client/api/submissions.ts';
import type { SheetFindingsAnswer, SheetParams } from '#shared/api/submission.ts';

export type ListedFinding = SheetFindingsAnswer['findings'][number];

export type Explanations = {
  /** What the checks say of the sheet; null while it arrives. */
  findings: readonly ListedFinding[] | null;
  error: unknown;
  /** What stands in the field of a finding: what is typed here, or what was explained before. */
  textOf(finding: ListedFinding): string;
  type(key: string, text: string): void;
  /** Sends what was typed into one field; what is refused stays typed. */
  save(key: string): Promise<SheetFindingsAnswer | undefined>;
  /** Sends all that was typed, and says what is neither corrected nor explained then. */
  saveAll(): Promise<readonly ListedFinding[]>;
};

/** The findings of a sheet and their explanations, asked anew each time they are shown. */
export function useExplanations(sheet: SheetParams): Explanations {
  const queries = useQueryClient();
  const { data, error } = useQuery({ ...sheetFindingsQuery(sheet), staleTime: 0 });
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const findings = data?.findings ?? null;

  const isSaved = (key: string, text: string) =>
    (findings?.find((finding) => finding.key === key)?.explanation?.text ?? '') === text.trim();

  const save = async (key: string) => {
    const text = typed.get(key);
    if (text === undefined || isSaved(key, text)) return undefined;
    const answer = await explainFinding(sheet, { key, text: text.trim() === '' ? null : text.trim() });
    queries.setQueryData(sheetFindingsQuery(sheet).queryKey, answer);
    return answer;
  };

  return {
    findings,
    error,
    textOf: ({ key, explanation }) => typed.get(key) ?? explanation?.text ?? '',
    type: (key, text) => setTyped((before) => new Map(before).set(key, text)),
    save,
    async saveAll() {
      let standing = findings ?? [];
      for (const key of typed.keys()) {
        if (standing.some((finding) => finding.key === key))
          standing = (await save(key))?.findings ?? standing;
      }
      return standing.filter(({ explanation }) => explanation === null);
    },
  };
}
