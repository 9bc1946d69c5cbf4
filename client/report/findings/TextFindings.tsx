import { useEffect } from 'react';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { findRange, markFindings } from '#client/report/text/findingMarks.ts';
import { replaceByFigure } from '#client/report/text/insertFigure.ts';
import type { Writing } from '#client/report/text/useWriting.tsx';
import { scrollFirmly } from '#client/ui/scrollFirmly.ts';
import type { TextFinding } from '#shared/checks/text/TextFinding.ts';
import { formatTextFinding } from '#shared/checks/text/textFindingTexts.ts';
import { TextFindingList } from './TextFindingList.tsx';
import { useTextFindings } from './useTextFindings.ts';

/** The findings of the text: listed, and marked where they stand. */
export function TextFindings({ writing }: { writing: Pick<Writing, 'editors'> }) {
  const { editors } = writing;
  const language = useLanguage();
  const findings = useTextFindings();

  useEffect(() => {
    for (const [directionId, editor] of editors) {
      if (editor.isDestroyed) continue;
      const own = (findings ?? []).filter(({ place }) => place.directionId === directionId);
      markFindings(
        editor.view,
        own.map((finding) => ({ finding, text: formatTextFinding(finding, language) })),
      );
    }
  }, [editors, findings, language]);

  function locate({ place }: TextFinding) {
    const editor = editors.get(place.directionId);
    const range = editor === undefined ? null : findRange(editor.state.doc, place);
    return editor === undefined || range === null ? null : { editor, range };
  }

  function show(finding: TextFinding): boolean {
    const found = locate(finding);
    if (found === null) return false;
    const { editor, range } = found;
    editor.chain().focus(null, { scrollIntoView: false }).setTextSelection(range).run();
    const { node } = editor.view.domAtPos(range.from);
    const place = node instanceof Element ? node : node.parentElement;
    // Not at the edge: bars lie over the page there.
    scrollFirmly(() => place?.scrollIntoView({ block: 'center' }));
    return true;
  }

  function offerReplacement(finding: TextFinding): (() => void) | null {
    const { suggestion } = finding;
    if (suggestion === null || editors.get(finding.place.directionId)?.isEditable !== true) return null;
    return () => {
      const found = locate(finding);
      if (found !== null) replaceByFigure(found.editor, found.range, suggestion);
    };
  }

  return <TextFindingList findings={findings} onShow={show} onReplace={offerReplacement} />;
}
