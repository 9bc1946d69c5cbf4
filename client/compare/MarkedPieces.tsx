import { useTranslation } from 'react-i18next';
import type { TextPiece } from '#shared/api/comparison.ts';

/**
 * A text with what came and what went: marked by a line below or through, and said in words. A live
 * number stands with the value it showed and the one it shows.
 */
export function MarkedPieces({ pieces }: { pieces: readonly TextPiece[] }) {
  return pieces.map((piece, index) => {
    // A piece has no name of its own, and the list is drawn anew whenever it changes.
    const key = `${index}-${piece.kind}`;
    if (piece.kind === 'figure') return <ChangedValue key={key} before={piece.before} after={piece.after} />;
    if (piece.kind === 'same') return <span key={key}>{piece.text}</span>;
    return <Marked key={key} kind={piece.kind} text={piece.text} />;
  });
}

/** Old and new of one value. */
export function ChangedValue({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('compare');
  return (
    <>
      <del>
        <span className="visually-hidden">{t('mark.was')} </span>
        {before}
      </del>{' '}
      <ins>
        <span className="visually-hidden">{t('mark.became')} </span>
        {after}
      </ins>
    </>
  );
}

function Marked({ kind, text }: { kind: 'added' | 'removed'; text: string }) {
  const { t } = useTranslation('compare');
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="visually-hidden">{t(`mark.${kind}`)} </span>
      {text}
    </Mark>
  );
}
