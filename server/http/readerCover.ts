import { createHash } from 'node:crypto';
import { Html, html, nothing } from '#server/export/html/html.ts';
import type { ReaderPart } from '#shared/api/finalising.ts';
import type { Manifest, ManifestFile } from '#shared/finalising/manifest.ts';

const style = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #56616f; --line: #d8dde3; --accent: #1d4f91; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ebf0; --soft: #a3adb9; --line: #38414c; --accent: #8db8f2; --page: #15191e; } }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 48px 20px 80px; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 17px; }
p { margin: 0 0 8px; }
a { color: var(--accent); }
.soft { color: var(--soft); font-size: 14px; }
.read { display: inline-block; margin: 20px 0 0; padding: 10px 18px; border: 1px solid var(--accent); border-radius: 6px; font-weight: 600; text-decoration: none; }
a [lang], h2 [lang] { margin-left: 6px; color: var(--soft); font-weight: 400; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: 8px 0; border-top: 1px solid var(--line); }
code { display: block; color: var(--soft); font-size: 12px; overflow-wrap: anywhere; }
`;

export const readerStyleHash = createHash('sha256').update(style).digest('base64');

/** A file that a link gives, by the part it belongs to. */
export type ReaderFile = { part: ReaderPart; file: ManifestFile };

type Cover = { manifest: Manifest; files: readonly ReaderFile[]; base: string };

/** What a reader meets first: which report and version it is, the page, and the files that were chosen. */
export function buildReaderCover({ manifest, files, base }: Cover): string {
  const { report, version, finalisedAt } = manifest;
  const downloads = files.filter(({ part }) => part !== 'html');
  const hasPage = downloads.length < files.length;
  const day = finalisedAt.slice(0, 10).split('-').reverse().join('.');
  return buildPage(
    report.title,
    html`<h1>${report.title}</h1>
<p>${report.programme} (${report.community})</p>
<p class="soft">Завершений звіт, версія ${version} від ${day}. <span lang="en">Finalised report, version ${version} of ${day}.</span></p>
${hasPage ? html`<a class="read" href="${base}/report">Читати звіт <span lang="en">Read the report</span></a>` : nothing}
${
  downloads.length === 0
    ? nothing
    : html`<h2>Файли <span lang="en">Files</span></h2><ul>${downloads.map(
        ({ file }) =>
          html`<li><a href="${base}/files/${encodeURIComponent(file.name)}">${file.name}</a> <span class="soft">${printSize(file.size)}</span><code>SHA-256 ${file.sha256}</code></li>`,
      )}</ul>`
}`,
  );
}

/** The same for whatever opens nothing, so that nobody learns why. */
export function buildReaderRefusal(): string {
  return buildPage(
    'Посилання не діє',
    html`<h1>Посилання не діє</h1>
<p>Його могли відкликати, термін міг минути, або адресу набрано з помилкою. Після багатьох спроб з однієї адреси зачекайте чверть години. Попросіть нове посилання в того, хто його надіслав.</p>
<p class="soft" lang="en">This link opens nothing. It may have been withdrawn, have expired, or be mistyped. After many tries from one address wait a quarter of an hour. Ask whoever sent it for a new one.</p>`,
  );
}

function buildPage(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="uk">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body><main>${body}</main></body>
</html>
`.markup;
}

function printSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} КБ`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} МБ`;
}
