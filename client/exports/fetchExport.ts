import { ApiProblem } from '#client/api/ApiProblem.ts';
import { apiLines } from '#client/api/client.ts';
import { NetworkError } from '#client/api/NetworkError.ts';
import { ExportLine } from '#shared/api/contract.ts';
import type { FootingCheck } from '#shared/footing/FootingCheck.ts';

/** How far an export is. */
export type ExportState = Extract<ExportLine, { type: 'progress' }>;

type Options = { signal: AbortSignal; onState(state: ExportState): void };

/** A file, whole. Rejects with ApiProblem, and with NetworkError when it breaks off. */
export async function fetchExportFile(
  path: string,
  options: Options,
): Promise<{ content: Blob; name: string }> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const line of readLines(path, options)) {
    if (line.type === 'part') parts.push(decodeBase64(line.base64));
    if (line.type !== 'file') continue;
    const content = new Blob(parts, { type: line.contentType });
    if (content.size !== line.size) throw new NetworkError(`${path} is not whole`);
    return { content, name: line.name };
  }
  throw new NetworkError(`${path} broke off`);
}

/** The check of footing. Rejects like {@link fetchExportFile}. */
export async function fetchFooting(path: string, options: Options): Promise<FootingCheck[]> {
  for await (const line of readLines(path, options)) if (line.type === 'footing') return line.checks;
  throw new NetworkError(`${path} broke off`);
}

/** All but progress, which goes to `onState`, and problems, which reject. */
async function* readLines(path: string, { signal, onState }: Options): AsyncGenerator<ExportLine> {
  for await (const line of apiLines(path, ExportLine, { signal })) {
    if (line.type === 'progress') onState(line);
    else if (line.type === 'problem') throw new ApiProblem(line.problem);
    else yield line;
  }
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
