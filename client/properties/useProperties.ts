import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { reportsKey, structureKey } from '#client/api/useReports.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { apiPaths, ReportAnswer } from '#shared/api/contract.ts';
import { ReportProperties, type ReportStructure, readReportUnit } from '#shared/model/structure.ts';

/**
 * The properties as they stand, with what is typed here and not saved yet laid over them: what a
 * colleague saves meanwhile shows in the fields that nobody has touched here, and is not overwritten.
 */
export function useProperties() {
  const { structure } = useReport();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Partial<ReportProperties>>({});
  const stands = readProperties(structure);
  const values: ReportProperties = { ...stands, ...typed };
  const changed = propertyKeys.filter((key) => values[key] !== stands[key]);
  const invalid = propertyKeys.filter((key) => !ReportProperties.shape[key].safeParse(values[key]).success);
  const reportId = structure.report.id;

  const save = useMutation({
    mutationFn: (change: Partial<ReportProperties>) =>
      apiFetch(buildPath(apiPaths.reportProperties, { reportId }), ReportAnswer, {
        method: 'PATCH',
        body: change,
      }),
    onSuccess: async (answer, sent) => {
      queries.setQueryData(structureKey(reportId), answer);
      // What was typed while it was under way stays.
      setTyped((now) =>
        Object.fromEntries(Object.entries(now).filter(([key, value]) => !isSent(sent, key, value))),
      );
      await queries.invalidateQueries({ queryKey: reportsKey });
    },
  });

  return {
    values,
    invalid,
    hasChanged: changed.length > 0,
    change<K extends keyof ReportProperties>(key: K, value: ReportProperties[K]): void {
      save.reset();
      setTyped((before) => ({ ...before, [key]: value }));
    },
    save: () => save.mutate(Object.fromEntries(changed.map((key) => [key, values[key]]))),
    isSaving: save.isPending,
    isSaved: save.isSuccess,
    error: save.error,
  };
}

const propertyKeys = ReportProperties.keyof().options;

function isSent(sent: Partial<Record<string, unknown>>, key: string, value: unknown): boolean {
  return key in sent && sent[key] === value;
}

function readProperties({ report, programme }: ReportStructure): ReportProperties {
  return {
    title: report.title,
    signatoryPosition: report.signatoryPosition,
    signatoryName: report.signatoryName,
    decisionNumber: programme.decisionNumber ?? null,
    decisionDate: programme.decisionDate ?? null,
    deadline: report.deadline ?? null,
    unit: readReportUnit(report),
  };
}
