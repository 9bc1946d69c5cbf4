import type { Decision } from '#shared/access/can.ts';
import { isOpenForEditors, type SheetStatus } from '#shared/model/structure.ts';

/**
 * What the state of a sheet means to whoever stands in one of its rows: that it is locked because it was
 * submitted or accepted, or, to the coordinator who may write in it all the same, that it was. Null where
 * the state changes nothing, or another reason weighs more.
 */
export type SheetNote = 'lockedSubmitted' | 'lockedAccepted' | 'openSubmitted' | 'openAccepted';

export function readSheetNote(decision: Decision, status: SheetStatus): SheetNote | null {
  if (isOpenForEditors(status)) return null;
  const isAccepted = status === 'accepted';
  if (decision.allowed) return isAccepted ? 'openAccepted' : 'openSubmitted';
  if (decision.reason !== 'access.sheet-locked') return null;
  return isAccepted ? 'lockedAccepted' : 'lockedSubmitted';
}
