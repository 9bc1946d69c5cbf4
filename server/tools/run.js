// Runs a script of this project: node server/tools/run.js SCRIPT.ts [ARGUMENT…]
//
// Plain JavaScript that any Node can read, because it is the one file that an old Node may meet: the
// scripts themselves are TypeScript and need the Node that `npm ci` installs under node_modules.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
// Stripping types and compiling is most of what a short process does: jobs, which get this from here, and
// scripts. Not in a folder that others may write to.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/compiled');
const [script, ...scriptArguments] = process.argv.slice(2);

if (script === undefined) {
  console.error('Usage: node server/tools/run.js SCRIPT.ts [ARGUMENT…]');
  process.exit(2);
} else if (process.features.typescript) {
  nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  process.argv = [process.execPath, resolve(script), ...scriptArguments];
  await import(pathToFileURL(resolve(script)).href);
} else {
  runOnPinnedNode();
}

function runOnPinnedNode() {
  const pinned = ['node', 'node.exe']
    .map((name) => join(root, 'node_modules/node/bin', name))
    .find(existsSync);
  if (pinned === undefined) {
    console.error(
      `Zvit потребує Node 24, а це Node ${process.versions.node}. Команда «npm ci» встановлює потрібний Node` +
        ' поруч із програмою, якщо встановлювальні скрипти не вимкнено (ignore-scripts). Або встановіть Node 24.\n' +
        `Zvit needs Node 24, and this is Node ${process.versions.node}. "npm ci" installs the right one beside the` +
        ' program, unless install scripts are switched off (ignore-scripts). Or install Node 24 yourself.',
    );
    process.exit(1);
  }
  const child = spawn(pinned, [fileURLToPath(import.meta.url), script, ...scriptArguments], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${dirname(pinned)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  // A terminal sends Ctrl+C to both at once; a second one would cut an ordered stop short.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
