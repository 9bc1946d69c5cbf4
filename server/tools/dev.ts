import { spawn } from 'node:child_process';
import { viteScript } from '#server/tools/clientBuild.ts';
import { projectRoot } from '#server/tools/projectRoot.ts';

/**
 * `npm run dev`: the server restarts when its sources change, and Vite serves the client and hands
 * everything else to it. When one of the two ends, the other is ended too.
 */
const children = [
  spawn(process.execPath, ['--watch', 'server/main.ts'], { cwd: projectRoot, stdio: 'inherit' }),
  spawn(process.execPath, [viteScript()], { cwd: projectRoot, stdio: 'inherit' }),
];

for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 0;
    for (const other of children) other.kill('SIGTERM');
  });
}
// A terminal sends Ctrl+C to all three at once; a second one would cut the server's ordered stop short.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => {
  for (const child of children) child.kill('SIGTERM');
});
