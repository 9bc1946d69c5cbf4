import { useTranslation } from 'react-i18next';
import type { TextPart } from '#shared/compare/compareTexts.ts';

/** A text with what was put in and what was taken out: marked by a line through or below, said in words. */
export function ComparedText({ parts }: { parts: readonly TextPart[] }) {
  const { t } = useTranslation('conflict');
  return parts.map((part, index) => {
    // A part has no name of its own, and the list is drawn anew whenever it changes.
    const key = `${index}-${part.kind}`;
    if (part.kind === 'same') return <span key={key}>{part.text}</span>;
    const Mark = part.kind === 'added' ? 'ins' : 'del';
    return (
      <Mark key={key}>
        <span className="visually-hidden">{t(`compared.${part.kind}`)} </span>
        {part.text}
      </Mark>
    );
  });
}
