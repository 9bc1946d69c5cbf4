import { Button, FileButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '#client/api/ApiProblem.ts';
import {
  attachSignature,
  finalisingQuery,
  signatureUrl,
  versionFileUrl,
  withdrawSignature,
} from '#client/api/finalising.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type FinalisingAnswer, maxSignatureBytes, type VersionAnswer } from '#shared/api/finalising.ts';
import { manifestName } from '#shared/finalising/manifest.ts';
import classes from './finalising.module.css';
import { useMarkText } from './useMarkText.ts';

/** Signatures of a version, made outside: what to sign, those that are attached, and attaching one. */
export function Signatures({ version, mayPublish }: { version: VersionAnswer; mayPublish: boolean }) {
  const { t } = useTranslation('finalising');
  const markText = useMarkText();
  const queries = useQueryClient();
  const reportId = useReport().structure.report.id;
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const { version: number, manifestSha256 } = version;

  async function apply(change: () => Promise<FinalisingAnswer>): Promise<void> {
    setError(null);
    setSending(true);
    try {
      queries.setQueryData(finalisingQuery(reportId).queryKey, await change());
    } catch (refusal) {
      setError(refusal);
    } finally {
      setSending(false);
    }
  }
  const attach = (file: File | null) => {
    if (file === null) return;
    void apply(async () => {
      // Reading it whole would only be refused.
      if (file.size > maxSignatureBytes) throw tooLarge();
      const base64 = encodeBase64(new Uint8Array(await file.arrayBuffer()));
      return attachSignature(reportId, number, { name: file.name, manifestSha256, base64 });
    });
  };

  return (
    <section>
      <h4>{t('signatures.title')}</h4>
      <p className={classes.hint}>{t('signatures.hint')}</p>
      {version.signatures.map((signature) => (
        <div key={signature.id} className={classes.row}>
          <a href={signatureUrl(reportId, number, signature.id)} download>
            {signature.name}
          </a>
          <span>{t('signatures.attached', markText(signature))}</span>
          {signature.withdrawn === null ? (
            mayPublish && (
              <Button
                size="compact-xs"
                variant="subtle"
                className={classes.end ?? ''}
                aria-label={t('signatures.withdrawOf', { name: signature.name })}
                onClick={() => void apply(() => withdrawSignature(reportId, number, signature.id))}
              >
                {t('signatures.withdraw')}
              </Button>
            )
          ) : (
            <span className={classes.end}>{t('signatures.withdrawn', markText(signature.withdrawn))}</span>
          )}
        </div>
      ))}
      <div className={classes.row}>
        <a href={versionFileUrl(reportId, number, manifestName)} download>
          {t('signatures.manifest')}
        </a>
        {mayPublish && (
          <FileButton onChange={attach} accept=".p7s,.p7m,.asice,.asics,.sig">
            {(props) => (
              <Button {...props} size="compact-sm" variant="default" loading={isSending}>
                {t('signatures.attach')}
              </Button>
            )}
          </FileButton>
        )}
      </div>
      <Problem error={error} />
    </section>
  );
}

function tooLarge(): ApiProblem {
  const limit = maxSignatureBytes / 1000;
  return new ApiProblem({
    type: 'about:blank',
    status: 413,
    code: 'signature.too-large',
    title: '',
    parameters: { limit },
  });
}

function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
