/** Elements whose words are no text of a report. */
const unwanted =
  'script, style, head, title, meta, link, iframe, object, embed, svg, math, template, noscript, form';

export type CleanPaste = {
  html: string;
  /** Pictures that were left out. */
  pictures: number;
};

/**
 * What comes from Word or a web page, without what a report does not take: scripts, styles, comments,
 * pictures, the remains of Word's lists. The editor's schema takes the structure; here go the words that
 * it would take for text. Parsed in a document of its own, in which nothing loads and nothing runs.
 */
export function cleanPaste(pasted: string): CleanPaste {
  const document = new DOMParser().parseFromString(pasted, 'text/html');
  const { body } = document;
  for (const element of body.querySelectorAll(unwanted)) element.remove();
  const pictures = body.querySelectorAll('img, picture, video, canvas');
  for (const picture of pictures) picture.remove();
  // Word writes a list as paragraphs whose first words are the bullet, in a span to be ignored.
  for (const span of body.querySelectorAll<HTMLElement>('span[style]')) {
    if (/mso-list:\s*ignore/i.test(span.getAttribute('style') ?? '')) span.remove();
  }
  // Bold and italic stand in styles there, and "normal" inside of a bold wrapper.
  for (const element of body.querySelectorAll<HTMLElement>('b[style], strong[style]')) {
    if (element.style.fontWeight === 'normal') unwrap(element);
  }
  const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment !== null; comment = comments.nextNode()) {
    comment.parentNode?.removeChild(comment);
  }
  return { html: body.innerHTML, pictures: pictures.length };
}

function unwrap(element: HTMLElement): void {
  element.replaceWith(...element.childNodes);
}
