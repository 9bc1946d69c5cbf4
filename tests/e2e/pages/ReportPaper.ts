import type { Locator, Page } from 'playwright-core';
import { normaliseSpace, readText } from './readText.ts';

/** «Звіт», the document as it would be printed. */
export class ReportPaper {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  paper(): Locator {
    return this.page.getByRole('article');
  }

  direction(title: string): Locator {
    return this.paper().getByRole('region', { name: title });
  }

  /** The text of a direction, to write in or to read. */
  text(direction: string): Locator {
    return this.direction(direction).getByRole('textbox');
  }

  /** Its words in one line, without the names at colleagues' carets. */
  async readText(direction: string): Promise<string> {
    const words = await this.text(direction).evaluate((element) => {
      const copy = document.createElement('div');
      for (const child of element.children) {
        const block = document.createElement('p');
        block.innerHTML = child.innerHTML;
        for (const caret of block.querySelectorAll('[data-caret]')) caret.remove();
        copy.append(block, ' ');
      }
      return copy.textContent;
    });
    return normaliseSpace(words);
  }

  /** Each direction with the figures of its text: what they are bound to, and what they print. */
  async readSections(): Promise<{ heading: string; figures: { spec: string; text: string }[] }[]> {
    const sections = await this.paper()
      .getByRole('region')
      .evaluateAll((elements) =>
        elements.map((section) => ({
          heading: section.querySelector('h2')?.textContent ?? '',
          figures: [...section.querySelectorAll<HTMLElement>('[data-figure]')].map((figure) => ({
            spec: figure.dataset.figure ?? '',
            text: figure.textContent,
          })),
        })),
      );
    return sections.map(({ heading, figures }) => ({
      heading,
      figures: figures.map(({ spec, text }) => ({ spec, text: normaliseSpace(text) })),
    }));
  }

  /** The whole document in one line, white space made plain. */
  readAll(): Promise<string> {
    return readText(this.paper());
  }
}
