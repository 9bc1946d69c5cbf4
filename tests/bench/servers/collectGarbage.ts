import { once } from 'node:events';
import { WebSocket } from 'ws';
import { pause } from '../client/Crowd.ts';

/** Where Node opens its inspector when it is asked to by a signal. */
const inspectorUrl = 'http://127.0.0.1:9229/json/list';

/**
 * Has another Node process collect its garbage, so that its memory is what it holds: any server, as it
 * comes. Throws when the port of the inspector belongs to somebody else.
 */
export async function collectGarbage(pid: number): Promise<void> {
  process.kill(pid, 'SIGUSR1');
  const socket = new WebSocket(await findInspector());
  await once(socket, 'open');
  try {
    const found = await call(socket, 'Runtime.evaluate', { expression: 'process.pid' });
    if (found.result?.value !== pid) throw new Error('another process has the port of the inspector, 9229');
    await call(socket, 'HeapProfiler.collectGarbage');
  } finally {
    socket.terminate();
  }
}

async function findInspector(): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(inspectorUrl).catch(() => null);
    const [target] = answer?.ok ? ((await answer.json()) as { webSocketDebuggerUrl: string }[]) : [];
    if (target) return target.webSocketDebuggerUrl;
    await pause(50);
  }
  throw new Error('the process has not opened its inspector');
}

type Answer = { result?: { value?: unknown } };

/** One question at a time: the next message is its answer. */
async function call(socket: WebSocket, method: string, params = {}): Promise<Answer> {
  const answered = once(socket, 'message');
  socket.send(JSON.stringify({ id: 1, method, params }));
  const [data] = await answered;
  return (JSON.parse(String(data)) as { result: Answer }).result;
}
