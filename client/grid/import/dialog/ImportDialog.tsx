import { Alert, Button, Group, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import type { GridTools } from '../../commands/GridTools.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { type ImportStep, importSteps } from './ImportState.ts';
import classes from './import.module.css';
import { PreviewStep } from './preview/PreviewStep.tsx';
import { SheetStep } from './SheetStep.tsx';
import type { ImportFlow } from './useImport.tsx';
import { WorkBar } from './WorkBar.tsx';

type Props = {
  tools: Pick<GridTools, 'table' | 'words' | 'writable'>;
  flow: ImportFlow;
  onClose(): void;
};

/** One file on its way into the table, step by step; nothing is written before the last. */
export function ImportDialog({ tools, flow, onClose }: Props) {
  const { t } = useTranslation(['imports', 'common']);
  const errorText = useErrorText();
  const { state, edits } = flow;
  const { step, work, error } = state;
  const isWriting = work?.kind === 'writing';
  const place = importSteps.indexOf(step);
  const canGoOn =
    step === 'sheet' ? state.headerRow > 0 : state.columns.some(({ target }) => target !== null);
  const next = importSteps[place + 1];
  return (
    <Modal
      opened
      onClose={isWriting ? flow.stop : onClose}
      closeOnClickOutside={!isWriting}
      withCloseButton={!isWriting}
      size={step === 'file' ? 640 : 1080}
      title={t(`title.${tools.table}`)}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '', title: classes.title ?? '' }}
      yOffset="4vh"
    >
      <StepList step={step} />
      {state.file !== null && <p className={classes.fileName}>{state.file.name}</p>}
      {error !== null && (
        <Alert
          role="alert"
          color="red"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('file.errorTitle')}
          classNames={{ message: classes.alertText ?? '' }}
        >
          {errorText(error)}
        </Alert>
      )}
      {work === null ? (
        <div className={classes.step}>
          {step === 'file' && <FileStep onChoose={flow.choose} />}
          {step === 'sheet' && <SheetStep flow={flow} />}
          {step === 'columns' && <ColumnsStep flow={flow} tools={tools} />}
          {step === 'preview' && <PreviewStep flow={flow} tools={tools} />}
        </div>
      ) : (
        <WorkBar work={work} onStop={flow.stop} />
      )}
      {work === null && step !== 'file' && (
        <Group justify="space-between" className={classes.footer}>
          <Button variant="default" onClick={() => flow.goTo(importSteps[place - 1] ?? 'file')}>
            {step === 'sheet' ? t('file.chooseOther') : t('back')}
          </Button>
          {next !== undefined ? (
            <Button disabled={!canGoOn || error !== null} onClick={() => flow.goTo(next)}>
              {t('next')}
            </Button>
          ) : (
            <Button disabled={edits === null || edits.edits.length === 0} onClick={flow.write} data-autofocus>
              {t('preview.import')}
            </Button>
          )}
        </Group>
      )}
    </Modal>
  );
}

function StepList({ step }: { step: ImportStep }) {
  const { t } = useTranslation('imports');
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {importSteps.map((name, index) => (
        <li key={name} aria-current={name === step ? 'step' : undefined}>
          {index + 1}. {t(`steps.${name}`)}
        </li>
      ))}
    </ol>
  );
}
