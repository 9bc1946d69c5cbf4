import * as Y from 'yjs';
import type { DocumentAddress } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { RowId } from '#shared/model/ids.ts';
import { narrativeMarkNames, narrativeNodeNames, narrativeRoot } from '#shared/narrative/narrativeNodes.ts';
import { sheetRoots } from '#shared/sheet/sheetMaps.ts';
import type { Limits } from '../Limits.ts';
import { measureValue } from './measureValue.ts';

/** What has to be known of an update before it may reach the journal. */
export type InspectedUpdate = {
  bytes: Uint8Array;
  /** Client id → the clock its structures in this update end at. */
  clocks: Map<number, number>;
  decoded: ReturnType<typeof Y.decodeUpdate>;
  /** True when it holds no structure and no deletion. */
  isEmpty: boolean;
};

/** No structures, no deletions: `[0, 0]`. */
const emptyUpdateBytes = 2;

type UpdateLimits = Pick<Limits, 'maxUpdateBytes' | 'maxCellBytes'>;

/**
 * Reads an update without applying it. The decoder that runs here takes structures one by one, so a
 * few bytes that announce millions of them end in an error, not in an allocation; whatever passes has
 * as many structures as its bytes can hold. Only what the encoding of the document writes passes: in a
 * sheet plain values in its two maps, in a narrative the elements of its text.
 *
 * @throws AppError document.frame, document.update-too-large, document.cell-too-large
 */
export function inspectUpdate(
  update: Uint8Array,
  address: DocumentAddress,
  limits: UpdateLimits,
): InspectedUpdate {
  if (update.byteLength > limits.maxUpdateBytes) throw new AppError('document.update-too-large');
  let decoded: InspectedUpdate['decoded'];
  try {
    decoded = Y.decodeUpdate(update);
  } catch (cause) {
    throw new AppError('document.frame', {}, { cause });
  }
  const clocks = new Map<number, number>();
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Skip)) clocks.set(struct.id.client, struct.id.clock + struct.length);
    if (!(struct instanceof Y.Item)) continue;
    if (address.type === 'sheet') assertSheetItem(struct, limits);
    else assertNarrativeItem(struct, limits);
  }
  const isEmpty = decoded.structs.length === 0 && decoded.ds.clients.size === 0;
  // Bytes of the v2 encoding begin with what reads as "nothing" here: they must not pass for saved.
  if (isEmpty && update.byteLength > emptyUpdateBytes) throw new AppError('document.frame');
  return { bytes: update, clocks, decoded, isEmpty };
}

function assertSheetItem(item: Y.Item, limits: UpdateLimits): void {
  const { content } = item;
  if (content instanceof Y.ContentAny) {
    for (const value of content.arr) {
      if (measureValue(value, limits.maxCellBytes) > limits.maxCellBytes)
        throw new AppError('document.cell-too-large');
    }
  } else if (!(content instanceof Y.ContentDeleted)) {
    throw new AppError('document.frame');
  }
  // Only the first value under a key names its place; later ones inherit it from their neighbour.
  const parent: unknown = item.parent;
  if (parent === null || parent === undefined) return;
  if (typeof parent !== 'string' || !isSheetKey(parent, item.parentSub)) throw new AppError('document.frame');
}

/**
 * An element that no editor knows would be taken out of the document by the first editor that opens it,
 * so it is not let in. Where an element stands is for the editors to say: they mend what two people
 * did at once.
 */
function assertNarrativeItem(item: Y.Item, limits: UpdateLimits): void {
  const { content } = item;
  if (content instanceof Y.ContentType) {
    if (!isNarrativeType(content.type)) throw new AppError('document.frame');
  } else if (content instanceof Y.ContentAny) {
    if (measureValue(content.arr, limits.maxCellBytes) > limits.maxCellBytes)
      throw new AppError('document.cell-too-large');
  } else if (content instanceof Y.ContentFormat) {
    if (!narrativeMarkNames.has(content.key)) throw new AppError('document.frame');
    if (measureValue(content.value, limits.maxCellBytes) > limits.maxCellBytes)
      throw new AppError('document.cell-too-large');
  } else if (!(content instanceof Y.ContentString || content instanceof Y.ContentDeleted)) {
    throw new AppError('document.frame');
  }
  const parent: unknown = item.parent;
  const isRoot = typeof parent === 'string';
  if (isRoot && (parent !== narrativeRoot || item.parentSub !== null)) throw new AppError('document.frame');
}

function isNarrativeType(type: unknown): boolean {
  if (type instanceof Y.XmlText) return true;
  return type instanceof Y.XmlElement && narrativeNodeNames.has(type.nodeName);
}

function isSheetKey(root: string, key: string | null): boolean {
  if (key === null || key.length > 100) return false;
  if (root === sheetRoots.rows) return RowId.safeParse(key).success;
  if (root !== sheetRoots.cells) return false;
  const slash = key.indexOf('/');
  return slash > 0 && RowId.safeParse(key.slice(0, slash)).success;
}
