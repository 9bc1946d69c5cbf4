import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { formatMoney } from '#shared/money/formatMoney.ts';

export type BareSentence = {
  /** `ws://127.0.0.1:port` */
  url: string;
  /** So many amounts of a hryvnia are put in by this page; the other is given them. */
  filledRows: number;
};

/**
 * The least that leads from a key to a sentence on another screen: a field whose Enter writes an amount
 * into a map of Yjs, and a paragraph with the sum of the map. No rights, no journal, no table.
 */
const { url, filledRows } = (globalThis as unknown as { bareSentence: BareSentence }).bareSentence;
const doc = new Y.Doc();
const amounts = doc.getMap<number>('amounts');
const provider = new WebsocketProvider(url, 'sentence', doc, { disableBc: true });
const field = document.body.appendChild(document.createElement('input'));
const sentence = document.body.appendChild(document.createElement('p'));

amounts.observe(() => {
  let sum = 0n;
  for (const amount of amounts.values()) sum += BigInt(amount);
  sentence.textContent = `Витрачено ${formatMoney(sum)}.`;
});
field.addEventListener('keydown', ({ key }) => {
  if (key !== 'Enter') return;
  amounts.set('row0', Number(field.value.replace(',', '')));
  field.value = '';
});
provider.once('sync', () => {
  doc.transact(() => {
    for (let row = 0; row < filledRows; row += 1) amounts.set(`row${row}`, 100);
  });
});
