import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from '#server/tools/projectRoot.ts';

export type ToolEnd = { exitCode: number | null; output: string };

/** Runs `server/tools/<name>.ts` as npm does, with these settings and none of the surrounding ones. */
export async function runTool(
  name: string,
  argv: readonly string[],
  settings: Record<string, string>,
): Promise<ToolEnd> {
  const child = spawn(process.execPath, [`server/tools/${name}.ts`, ...argv], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, NO_COLOR: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [exitCode] = await once(child, 'close');
  return { exitCode: typeof exitCode === 'number' ? exitCode : null, output };
}
