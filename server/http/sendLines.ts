import { once } from 'node:events';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { buildProblem, toAppError } from './buildProblem.ts';

export const linesType = 'application/x-ndjson';

type Lines = {
  request: Request;
  response: Response;
  schema: z.ZodType | undefined;
  lines: AsyncIterable<unknown>;
  signal: AbortSignal;
};

/** Newline JSON as it comes, no faster than it is read. What fails after the first line is the last line. */
export async function sendLines({ request, response, schema, lines, signal }: Lines): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', `${linesType}; charset=utf-8`);
  // A proxy that gathers the answer would show no progress at all.
  response.setHeader('X-Accel-Buffering', 'no');
  const send = async (line: unknown) => {
    if (response.write(`${JSON.stringify(line)}\n`)) return;
    await once(response, 'drain', { signal });
  };
  try {
    for await (const line of lines) await send(schema?.parse(line) ?? line);
  } catch (thrown) {
    if (signal.aborted || !response.headersSent) throw thrown;
    const error = toAppError(thrown);
    // The request's own log line takes it from here.
    if (error.status >= 500) response.err = thrown instanceof Error ? thrown : new Error(String(thrown));
    await send({ type: 'problem', problem: buildProblem(request, error) });
  }
  response.end();
}
