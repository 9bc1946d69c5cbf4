import { openStorage } from '#server/storage/openStorage.ts';
import type { JournalHead } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { must } from '#shared/must.ts';
import { buildJournalEntries } from './buildJournalEntries.ts';

/**
 * A server's writing, as a process of its own to be killed: `journalWriter.ts FILE BYTES` appends to
 * five documents for ever and prints `name sequence` once an append has resolved. When one is
 * refused, it prints the error's code and ends.
 */
const [file = '', bytes = '60'] = process.argv.slice(2);

try {
  const storage = await openStorage({ databaseUrl: null, file });
  console.log('open');
  const heads = new Map<string, JournalHead | null>();
  for (const name of ['a', 'b', 'c', 'd', 'e'].map((id) => `sheet/r2020/${id}`)) {
    heads.set(name, await storage.journal.findHead(name));
  }
  for (;;) {
    for (const [name, head] of heads) {
      const entries = buildJournalEntries(name, 3, head, Number(bytes));
      await storage.journal.append(entries, []);
      const last = must(entries.at(-1), 'entry');
      heads.set(name, last);
      console.log(`${name} ${last.sequence}`);
    }
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.log(error.code);
}
