import { assertBound, importBounds } from '../importBounds.ts';
import { unescapeText } from './unescapeText.ts';

/**
 * Collects a text of a workbook: plain in one `t`, or rich in many; what is inside of `rPh` only tells
 * how Japanese words are said.
 */
export type TextCollector = {
  begin(): void;
  open(name: string): void;
  close(name: string): void;
  text(text: string): void;
  end(): string;
};

export function createTextCollector(): TextCollector {
  let collected = '';
  let isText = false;
  let phonetic = 0;
  return {
    begin() {
      collected = '';
      isText = false;
      phonetic = 0;
    },
    open(name) {
      if (name === 't') isText = phonetic === 0;
      else if (name === 'rPh') phonetic += 1;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
    },
    text(text) {
      if (!isText) return;
      collected += text;
      assertBound(collected.length, 2 * importBounds.cellLength, 'import.too-long-cell', {
        limit: importBounds.cellLength,
      });
    },
    end: () => unescapeText(collected),
  };
}
