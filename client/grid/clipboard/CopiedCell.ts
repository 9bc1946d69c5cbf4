/** A cell as it leaves for other programs. */
export type CopiedCell = {
  /** As plain text: an amount without spaces and with a comma, everything else as it is shown. */
  text: string;
  /** The number behind it, with a point, `390023.56`; null where it has to stay a text, such as a code. */
  decimal: string | null;
  kind: 'text' | 'money' | 'count' | 'day';
};
