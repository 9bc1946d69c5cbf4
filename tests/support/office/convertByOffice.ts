import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The file as LibreOffice writes it in another format after it has opened it; `target` is an ending,
 * or an ending and a filter: `pdf`, `xlsx:Calc MS Excel 2007 XML`. `folder` is a temporary one.
 *
 * @throws when LibreOffice does not open the file
 */
export async function convertByOffice(
  office: string,
  {
    folder,
    fileName,
    content,
    target,
  }: { folder: string; fileName: string; content: Uint8Array; target: string },
): Promise<Uint8Array> {
  const input = join(folder, fileName);
  const outputFolder = join(folder, 'converted');
  await mkdir(outputFolder, { recursive: true });
  await writeFile(input, content);
  // A profile of its own: a LibreOffice that somebody has open would take the work and give nothing.
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const argv = [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    target,
    '--outdir',
    outputFolder,
    input,
  ];
  await run(office, argv, { timeout: 180_000 });
  const [ending = ''] = target.split(':');
  return readFile(join(outputFolder, `${basename(fileName, extname(fileName))}.${ending}`));
}
