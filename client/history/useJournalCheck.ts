import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '#client/api/ApiProblem.ts';
import { apiLines, buildPath } from '#client/api/client.ts';
import { NetworkError } from '#client/api/NetworkError.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { type JournalCheckAnswer, JournalCheckLine } from '#shared/api/history.ts';
import type { ReportId } from '#shared/model/ids.ts';

export type JournalCheckState =
  | { type: 'idle' }
  | { type: 'running'; done: number; total: number }
  | { type: 'done'; answer: JournalCheckAnswer }
  | { type: 'failed'; error: unknown };

/** The check of the journal's chain: begun when asked for, ended with the page or when it is stopped. */
export function useJournalCheck(reportId: ReportId): {
  state: JournalCheckState;
  start(): void;
  stop(): void;
} {
  const [state, setState] = useState<JournalCheckState>({ type: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(signal: AbortSignal): Promise<JournalCheckAnswer> {
    const path = buildPath(apiPaths.journalCheck, { reportId });
    for await (const line of apiLines(path, JournalCheckLine, { signal })) {
      if (line.type === 'problem') throw new ApiProblem(line.problem);
      if (line.type === 'answer') return line.answer;
      setState({ type: 'running', done: line.done, total: line.total });
    }
    throw new NetworkError(`${path} broke off`);
  }

  return {
    state,
    start() {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setState({ type: 'running', done: 0, total: 1 });
      run(controller.signal).then(
        (answer) => setState({ type: 'done', answer }),
        (error: unknown) => {
          if (!controller.signal.aborted) setState({ type: 'failed', error });
        },
      );
    },
    stop() {
      running.current?.abort();
      setState({ type: 'idle' });
    },
  };
}
