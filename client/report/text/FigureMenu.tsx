import { Portal } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigureFeed } from '#client/report/figures/FigureContext.tsx';
import type { FigureChoice } from '#client/report/figures/listFigureChoices.ts';
import classes from './FigureMenu.module.css';

type Props = {
  id: string;
  choices: readonly FigureChoice[];
  place: DOMRect;
  /** Of the choices; one past the last is «Інше число…». */
  active: number;
  onChoose(choice: FigureChoice | null): void;
};

/** What «/» offers, each with the value it would print. The focus stays in the text. */
export function FigureMenu({ id, choices, place, active, onChoose }: Props) {
  const { t } = useTranslation('text');
  const feed = useFigureFeed();
  return (
    <Portal>
      <div id={id} role="listbox" aria-label={t('menu')} className={classes.menu} style={placeMenu(place)}>
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes.option}
            // The focus must not leave the text.
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(choice);
            }}
          >
            <span className={classes.title}>{choice.title}</span>
            <span className={classes.value}>{feed.read(choice.spec).text}</span>
          </div>
        ))}
        <div
          id={`${id}-${choices.length}`}
          role="option"
          tabIndex={-1}
          aria-selected={active === choices.length}
          className={classes.option}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(null);
          }}
        >
          <span className={classes.title}>{t('other')}</span>
        </div>
      </div>
    </Portal>
  );
}

const tallest = 320;
const widest = 440;
const gap = 4;

/** Below the stroke, or above it where there is no room. */
function placeMenu({ left, top, bottom }: DOMRect): CSSProperties {
  const across = { left: Math.max(gap, Math.min(left, innerWidth - widest - 2 * gap)) };
  return bottom + tallest + gap > innerHeight && top > tallest
    ? { ...across, bottom: innerHeight - top + gap }
    : { ...across, top: bottom + gap };
}
