import { once } from 'node:events';
import express from 'express';
import { expect, onTestFinished, test, vi } from 'vitest';
import { problemHandler } from '#server/http/sendProblem.ts';

test('an answer that fails halfway breaks off, and nothing is printed past the log', async () => {
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  const app = express().set('env', 'production');
  app.get('/', (_request, response) => {
    response.write('half');
    throw new Error('the rest is not there');
  });
  app.use(problemHandler);
  const server = app.listen(0);
  onTestFinished(() => {
    server.close();
    printed.mockRestore();
  });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text())).rejects.toThrow();
  expect(printed).not.toHaveBeenCalled();
});
