import { join, resolve } from 'node:path';
import { readConfig } from '#server/config/readConfig.ts';

/** Where the server of these settings keeps its data. */
export function readDatabaseLocation(): { databaseUrl: string | null; file: string } {
  const { databaseUrl, dataDir } = readConfig();
  return { databaseUrl, file: join(dataDir, 'zvit.sqlite') };
}

/** The tool's only argument, from the folder the person is in: npm runs scripts in the project's own. */
export function readFileArgument(): string | null {
  const argument = process.argv[2];
  return argument === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), argument);
}
