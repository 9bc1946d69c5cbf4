import type { DirectionId } from '#shared/model/ids.ts';

/** The anchor of a direction on the page. */
export function sectionId(directionId: DirectionId): string {
  return `direction-${directionId}`;
}

export const grandTotalId = 'grand-total';
