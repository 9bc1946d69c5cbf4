/**
 * `Content-Disposition` of a download, RFC 6266: the Ukrainian name for everybody who reads
 * `filename*`, a latin one (the ending kept) for who does not.
 */
export function buildContentDisposition(fileName: string): string {
  const ending = /\.[a-z0-9]{1,8}$/.exec(fileName)?.[0] ?? '';
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="zvit${ending}"; filename*=UTF-8''${encoded}`;
}
