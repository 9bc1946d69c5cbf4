import type { SearchSource } from './SearchSource.ts';
import { nameSource } from './sources/nameSource.ts';
import { rowSource } from './sources/rowSource.ts';
import { textSource } from './sources/textSource.ts';

/** All that can be found, in the order in which it is shown. */
export const searchSources: readonly SearchSource[] = [nameSource, rowSource, textSource];
