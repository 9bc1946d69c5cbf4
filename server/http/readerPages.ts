import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { OpenedLink } from '#server/finalising/createReaderLinks.ts';
import { cutReportPage } from '#server/finalising/cutReportPage.ts';
import { parseManifest } from '#server/finalising/readVersions.ts';
import { fileParts, pagePieces } from '#shared/api/finalising.ts';
import { listFilesOf, nameExportFile } from '#shared/export/ExportFile.ts';
import type { Manifest, ManifestFile } from '#shared/finalising/manifest.ts';
import { must } from '#shared/must.ts';
import { buildContentDisposition } from './contentDisposition.ts';
import { buildReaderCover, buildReaderRefusal, type ReaderFile, readerStyleHash } from './readerCover.ts';
import type { Services } from './Services.ts';

/**
 * What people without an account see by a link: a cover, the report as a page, and files, of the newest
 * version that was made; nothing of what stands in the database now. Whatever opens nothing has one answer.
 */
export function createReaderPages({ storage, readerLinks }: Services): Router {
  const router = Router();

  async function open(request: Request<{ secret: string }>, response: Response): Promise<Opened | null> {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const opened = await readerLinks.open(request.params.secret, request.ip ?? 'unknown');
    if (opened === null) return null;
    const manifest = parseManifest(opened.version.manifest);
    return { ...opened, manifest, files: listReaderFiles(opened, manifest) };
  }

  function refuse(response: Response): void {
    response.status(404).setHeader('Content-Security-Policy', buildPolicy(readerStyleHash));
    response.type('html').send(buildReaderRefusal());
  }

  async function sendReport(opened: Opened, response: Response): Promise<void> {
    const page = must(
      opened.files.find(({ part }) => part === 'html'),
      'the page of a version',
    );
    const { parts } = opened.link;
    const whole = (await readFile(opened, page.file)).toString('utf8');
    const shown = parts.includes('html')
      ? whole
      : cutReportPage(whole, new Set(pagePieces.filter(isIn(parts))));
    response.setHeader('Content-Security-Policy', buildPolicy(...hashStyles(shown)));
    response.type('html').send(shown);
  }

  async function readFile({ link, version }: Opened, { name }: ManifestFile): Promise<Buffer> {
    return Buffer.from(must(await storage.finalising.readFile(link.reportId, version.version, name), name));
  }

  router.get('/r/:secret', async (request, response) => {
    const opened = await open(request, response);
    if (opened === null) return refuse(response);
    if (request.method === 'GET') await readerLinks.count(opened.link);
    if (opened.files.every(({ part }) => part === 'html')) return sendReport(opened, response);
    response.setHeader('Content-Security-Policy', buildPolicy(readerStyleHash));
    response.type('html').send(buildReaderCover({ ...opened, base: `/r/${request.params.secret}` }));
  });

  router.get('/r/:secret/report', async (request, response) => {
    const opened = await open(request, response);
    if (opened === null || opened.files.every(({ part }) => part !== 'html')) return refuse(response);
    await sendReport(opened, response);
  });

  router.get('/r/:secret/files/:name', async (request, response) => {
    const opened = await open(request, response);
    const found = opened?.files.find(({ file }) => file.name === request.params.name);
    // The page as a file is all of it.
    const isCut = found?.part === 'html' && opened?.link.parts.includes('html') === false;
    if (opened === null || found === undefined || isCut) return refuse(response);
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('Content-Disposition', buildContentDisposition(found.file.name));
    response.setHeader('Content-Type', found.file.contentType);
    response.send(await readFile(opened, found.file));
  });

  router.use('/r', (_request, response) => refuse(response));
  return router;
}

type Opened = OpenedLink & { manifest: Manifest; files: ReaderFile[] };

function listReaderFiles({ link }: OpenedLink, { files, report }: Manifest): ReaderFile[] {
  const hasPage = link.parts.some((part) => part === 'html' || isIn(pagePieces)(part));
  return [...(hasPage ? (['html'] as const) : []), ...fileParts.filter(isIn(link.parts))].flatMap((part) =>
    listFilesOf(part).map((exported) => {
      const name = nameExportFile(exported, report.year, false);
      const file = must(
        files.find((candidate) => candidate.name === name),
        name,
      );
      return { part, file };
    }),
  );
}

const isIn =
  (all: readonly string[]) =>
  (one: string): boolean =>
    all.includes(one);

function buildPolicy(...styles: string[]): string {
  const sources = styles.map((hash) => `'sha256-${hash}'`).join(' ');
  return [
    "default-src 'none'",
    `style-src ${sources === '' ? "'none'" : sources}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The page has one style sheet of its own, whichever version of the product wrote it. */
function hashStyles(page: string): string[] {
  const head = page.slice(0, page.indexOf('</head>'));
  return [...head.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) =>
    createHash('sha256').update(style).digest('base64'),
  );
}
