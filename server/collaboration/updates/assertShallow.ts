import * as Y from 'yjs';
import { AppError } from '#shared/errors/AppError.ts';
import type { WaitingChanges } from '../journal/WaitingChanges.ts';
import type { InspectedUpdate } from './inspectUpdate.ts';

/** Far deeper than anybody writes: lists within lists of a quote within a table are some ten levels. */
export const deepestNesting = 100;

/**
 * Elements within elements, no deeper than {@link deepestNesting}. Yjs calls itself for each level when
 * it deletes them: a few thousand, put in by one change and deleted by the next, could be applied by
 * nobody, and the text would never open again. Where an element's place is not known yet it is measured
 * from there, together with all that waits: whatever that place turns out to be, twice the limit is the
 * end. Only elements are looked at: typing costs nothing.
 *
 * @throws AppError document.nested-too-deep; document.frame for an element that has no place at all
 */
export function assertShallow(
  document: Y.Doc,
  waiting: Pick<WaitingChanges, 'decode'>,
  { decoded }: Pick<InspectedUpdate, 'decoded'>,
): void {
  const elements = decoded.structs.filter(isElement);
  if (elements.length === 0) return;
  const written = new WrittenItems(decoded.structs);
  let isPlaced = true;
  measureAll(elements, (id) => {
    const found = written.find(id) ?? findStored(document, id);
    if (found === null) isPlaced = false;
    return found;
  });
  if (isPlaced) return;
  const waitingStructs = waiting.decode();
  const waitingItems = new WrittenItems(waitingStructs);
  measureAll(
    [...elements, ...waitingStructs.filter(isElement)],
    (id) => written.find(id) ?? waitingItems.find(id) ?? findStored(document, id),
  );
}

type Find = (id: Y.ID) => FoundStruct | null;

function measureAll(elements: readonly Y.Item[], find: Find): void {
  const depths = new Map<Y.Item, number>();
  for (const element of elements) {
    if (measureDepth(element, depths, find) > deepestNesting) throw new AppError('document.nested-too-deep');
  }
}

function isElement(struct: Y.Item | Y.GC | Y.Skip): struct is Y.Item {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType;
}

type FoundStruct = Y.Item | Y.GC;

/** 1 for what stands in the root, or in a place that cannot be found. Climbs without recursion, and remembers what it passes. */
function measureDepth(item: Y.Item, depths: Map<Y.Item, number>, find: Find): number {
  const path: { item: Y.Item; isLevel: boolean }[] = [];
  const passed = new Set<Y.Item>();
  let depth = 0;
  for (let at: Y.Item | null = item; at !== null; ) {
    const known = depths.get(at);
    if (known !== undefined) {
      depth = known;
      break;
    }
    // What names itself as its own neighbour has no place.
    if (passed.has(at)) throw new AppError('document.frame');
    passed.add(at);
    const step = climb(at);
    path.push({ item: at, isLevel: step.isLevel });
    if (step.to === null) break;
    const next = step.to instanceof Y.Item ? step.to : find(step.to);
    // Within what has been deleted it is deleted at once.
    at = next instanceof Y.Item ? next : null;
  }
  for (const { item: below, isLevel } of path.reverse()) {
    if (isLevel) depth += 1;
    depths.set(below, depth);
  }
  return depth;
}

/**
 * To the element that an item stands in, which is a level, or to its neighbour, which stands in the same.
 * Null at the root. An item that has been decoded only names its element when it has no neighbour.
 */
function climb(item: Y.Item): { to: Y.Item | Y.ID | null; isLevel: boolean } {
  const parent: unknown = item.parent;
  if (parent instanceof Y.ID) return { to: parent, isLevel: true };
  if (parent instanceof Y.AbstractType) return { to: parent._item, isLevel: true };
  if (typeof parent === 'string') return { to: null, isLevel: true };
  return { to: item.origin ?? item.rightOrigin, isLevel: false };
}

function findStored({ store }: Y.Doc, id: Y.ID): FoundStruct | null {
  const structs = store.clients.get(id.client);
  if (structs === undefined || id.clock >= Y.getState(store, id.client)) return null;
  return structs[Y.findIndexSS(structs, id.clock)] ?? null;
}

/** The items of an update by their ids, made ready for a client when one of its is first looked for. */
class WrittenItems {
  readonly #byClient = new Map<number, FoundStruct[]>();

  constructor(structs: readonly (Y.Item | Y.GC | Y.Skip)[]) {
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      const own = this.#byClient.get(struct.id.client);
      if (own) own.push(struct);
      else this.#byClient.set(struct.id.client, [struct]);
    }
  }

  /** Null when the update does not hold it. */
  find({ client, clock }: Y.ID): FoundStruct | null {
    const structs = this.#byClient.get(client) ?? [];
    let low = 0;
    let high = structs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle];
      if (struct === undefined) return null;
      if (clock < struct.id.clock) high = middle - 1;
      else if (clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct;
    }
    return null;
  }
}
