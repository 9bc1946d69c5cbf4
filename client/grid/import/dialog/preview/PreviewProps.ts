import type { GridTools } from '../../../commands/GridTools.ts';
import type { ImportPlan } from '../../plan/ImportPlan.ts';
import type { ImportFlow } from '../useImport.tsx';

/** What each part of the preview is given. */
export type PreviewProps = {
  flow: ImportFlow;
  tools: Pick<GridTools, 'table' | 'words' | 'writable'>;
  plan: ImportPlan;
};
