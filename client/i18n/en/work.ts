export const work = {
  reading: 'Preparing…',
  planning: 'Checking: {{done}}',
  writing: {
    paste: 'Pasting: {{done}} of {{total}}',
    fill: 'Filling: {{done}} of {{total}}',
    clear: 'Clearing: {{done}} of {{total}}',
    replace: 'Replacing: {{done}} of {{total}}',
  },
  stop: 'Stop (Esc)',
  busy: 'The last long action has not finished. Wait for it, or stop it.',
  ended: {
    stopped: {
      paste: 'Pasting was stopped',
      fill: 'Filling was stopped',
      clear: 'Clearing was stopped',
      replace: 'Replacing was stopped',
    },
    locked: 'The sheet was locked, so not everything was written',
    unsent: 'No more fits without a connection',
    nothing: 'Nothing was changed.',
    part: '{{done}} of {{total}} changes were written, and are kept.',
    unsentHint: 'Repeat the rest when the connection is back.',
    takeBack: 'Take it back',
    takeBackHint: 'or Ctrl+Z',
    takenBack: 'Everything is as it was.',
  },
} as const;
