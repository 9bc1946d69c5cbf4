import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeReaderLink, readerLinksQuery, withdrawReaderLink } from '#client/api/finalising.ts';
import { Section } from '#client/control/Section.tsx';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useCopy } from '#client/ui/useCopy.ts';
import { fileParts, pagePieces, type ReaderLinkInfo, type ReaderPart } from '#shared/api/finalising.ts';
import classes from './finalising.module.css';

/** Links by which people without an account see the newest version: made, seen and withdrawn here. */
export function LinksSection({ hasVersion }: { hasVersion: boolean }) {
  const { t } = useTranslation('finalising');
  const reportId = useReport().structure.report.id;
  const queries = useQueryClient();
  const { data, error: readError } = useQuery(readerLinksQuery(reportId));
  const [error, setError] = useState<unknown>(null);
  const withdraw = async (linkId: string) => {
    setError(null);
    try {
      queries.setQueryData(readerLinksQuery(reportId).queryKey, await withdrawReaderLink(reportId, linkId));
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <Section title={t('links.title')}>
      <p className={classes.hint}>{t(hasVersion ? 'links.hint' : 'links.nothing')}</p>
      {hasVersion && <LinkForm />}
      <Problem error={error ?? readError} />
      {hasVersion && data?.links.length === 0 && <p className={classes.hint}>{t('links.none')}</p>}
      {data?.links.map((link) => (
        <LinkRow key={link.id} link={link} onWithdraw={() => void withdraw(link.id)} />
      ))}
    </Section>
  );
}

function LinkRow({ link, onWithdraw }: { link: ReaderLinkInfo; onWithdraw: () => void }) {
  const { t } = useTranslation('finalising');
  const formatTime = useFormatTime();
  const partsText = usePartsText();
  const isExpired = Date.parse(link.expiresAt) <= Date.now();
  return (
    <div className={classes.row}>
      <strong>{link.label}</strong>
      <span>{partsText(link.parts)}</span>
      <span>{link.opens === 0 ? t('links.neverOpened') : t('links.opens', { count: link.opens })}</span>
      {link.withdrawnAt === null ? (
        <>
          <span>{t(isExpired ? 'links.expired' : 'links.until', { time: formatTime(link.expiresAt) })}</span>
          <Button
            size="compact-xs"
            variant="subtle"
            className={classes.end ?? ''}
            aria-label={t('links.withdrawOf', { label: link.label })}
            onClick={onWithdraw}
          >
            {t('links.withdraw')}
          </Button>
        </>
      ) : (
        <span>{t('links.withdrawn', { time: formatTime(link.withdrawnAt) })}</span>
      )}
    </div>
  );
}

function LinkForm() {
  const { t } = useTranslation('finalising');
  const reportId = useReport().structure.report.id;
  const queries = useQueryClient();
  const { isCopied, copy } = useCopy();
  const [label, setLabel] = useState('');
  const [pieces, setPieces] = useState<readonly ReaderPart[]>(pagePieces);
  const [files, setFiles] = useState<readonly ReaderPart[]>(['pdf']);
  const [days, setDays] = useState<number>(90);
  const [address, setAddress] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);

  const page = pieces.length === pagePieces.length ? (['html'] as const) : pieces;
  const parts: ReaderPart[] = [...page, ...files];

  async function make(): Promise<void> {
    setSending(true);
    setError(null);
    try {
      const { secret } = await makeReaderLink(reportId, { label, parts, days });
      setAddress(`${location.origin}/r/${secret}`);
      setLabel('');
      await queries.invalidateQueries({ queryKey: readerLinksQuery(reportId).queryKey });
    } catch (refusal) {
      setError(refusal);
      // Made after all, perhaps: then it is in the list.
      void queries.invalidateQueries({ queryKey: readerLinksQuery(reportId).queryKey });
    } finally {
      setSending(false);
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSending) void make();
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('links.label')}
        maxLength={200}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <PartChoice label={t('links.page')} all={pagePieces} chosen={pieces} onChange={setPieces} />
      <PartChoice label={t('links.files')} all={fileParts} chosen={files} onChange={setFiles} />
      <NumberInput
        label={t('links.days')}
        w={160}
        min={1}
        max={3_650}
        allowDecimal={false}
        value={days}
        onChange={(value) => setDays(Number(value))}
      />
      <div>
        <Button
          type="submit"
          variant="default"
          loading={isSending}
          disabled={label.trim() === '' || parts.length === 0 || days < 1}
        >
          {t('links.make')}
        </Button>
      </div>
      <Problem error={error} />
      {address !== null && (
        <div role="status">
          <p className={classes.text}>{t('links.made')}</p>
          <code className={classes.hint}>{address}</code>
          <div>
            <Button size="xs" onClick={() => void copy(address)}>
              {t(isCopied ? 'links.copied' : 'links.copy')}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}

type ChoiceProps<P extends ReaderPart> = {
  label: string;
  all: readonly P[];
  chosen: readonly ReaderPart[];
  onChange(chosen: P[]): void;
};

function PartChoice<P extends ReaderPart>({ label, all, chosen, onChange }: ChoiceProps<P>) {
  const { t } = useTranslation('finalising');
  return (
    <Checkbox.Group
      label={label}
      value={[...chosen]}
      onChange={(values) => onChange(all.filter((part) => values.includes(part)))}
    >
      <div className={classes.row}>
        {all.map((part: ReaderPart) => (
          <Checkbox key={part} value={part} label={t(`links.part.${part}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** «Сторінка звіту: Текст, Зведення · PDF» */
function usePartsText(): (parts: readonly ReaderPart[]) => string {
  const { t } = useTranslation('finalising');
  const name = (part: ReaderPart) => t(`links.part.${part}`);
  return (parts) => {
    const pieces = pagePieces.filter((piece) => parts.includes(piece)).map(name);
    const page = parts.includes('html')
      ? [name('html')]
      : pieces.length === 0
        ? []
        : [`${name('html')}: ${pieces.join(', ')}`];
    return [...page, ...fileParts.filter((part) => parts.includes(part)).map(name)].join(' · ');
  };
}
