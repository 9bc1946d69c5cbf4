import { useReport } from '#client/sync/ReportContext.tsx';
import { useSignal } from '#client/sync/useSignal.ts';
import { fewEdits } from './Work.ts';
import { WorkProgress } from './WorkProgress.tsx';

/** The bar of a long undo or redo, whichever key, button or notice has begun it. */
export function ReversingProgress() {
  const { session } = useReport();
  const reversing = useSignal(session.reversing);
  if (reversing === null || reversing.total <= fewEdits) return null;
  return <WorkProgress work={{ ...reversing, kind: reversing.direction, step: 'writing' }} />;
}
