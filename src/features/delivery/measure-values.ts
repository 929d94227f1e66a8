import { countsOf, hasRates } from '#domain/delivery/compare-measures.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import {
  countText,
  DELIVERY_WORDS,
  type Figure,
  frequencyFigure,
  type Measure,
  noRateText,
  rateText,
  spanOfTimeText,
} from '#messages/delivery.ts';

/** Returns the number of a measure: a rate, a part of 1, or seconds; undefined where the history does not tell it. */
export function numberOf(measure: Measure, measures: Measures): number | undefined {
  switch (measure) {
    case 'frequency':
      return measures.perDay;
    case 'failureRate':
      return measures.failureRate;
    case 'recovery':
      return secondsOf(measures.recovery.medianMs);
    case 'lead':
      return secondsOf(measures.lead.medianMs);
    case 'duration':
      return measures.duration.medianSeconds;
    default:
      return measure satisfies never;
  }
}

const secondsOf = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1_000);

/** Returns a number of a measure in words. */
export function figureOf(measure: Measure, value: number): Figure {
  if (measure === 'frequency') return frequencyFigure(value);
  if (measure === 'failureRate') return { value: rateText(value), unit: '' };
  return { value: spanOfTimeText(value), unit: DELIVERY_WORDS.median };
}

/** Returns the number of a measure in one text. */
export function valueText(measure: Measure, value: number): string {
  const figure = figureOf(measure, value);
  return measure === 'frequency' ? `${figure.value} ${figure.unit}` : figure.value;
}

/** Returns why a measure has no number. */
export function missingText(measure: Measure, { failed, lead }: Measures): string {
  if (measure === 'recovery') return failed === 0 ? DELIVERY_WORDS.noFailure : DELIVERY_WORDS.stillFailing;
  if (measure === 'lead') return lead.changes === 0 ? DELIVERY_WORDS.noProduction : DELIVERY_WORDS.commitsUnknown;
  return DELIVERY_WORDS.noneYet;
}

/** True when the bars of a chart show counts: none of its weeks has enough deployments for a rate or a median. */
export const isCounted = (weeks: readonly Measures[]): boolean =>
  !weeks.some(hasRates) && weeks.some(({ deployments }) => deployments > 0);

const WEEK_DAYS = 7;

/**
 * Returns the height of a week's bar, in any unit; undefined for none. Beside weeks with a rate, a week with too few
 * deployments has no bar, but that of the frequency: its count is a rate of the week by itself.
 */
export function barOf(measure: Measure, week: Measures, counted: boolean): number | undefined {
  if (week.perDay === undefined) return undefined;
  if (counted) return countsOf(week)[measure];
  if (hasRates(week)) return numberOf(measure, week);
  return measure === 'frequency' ? week.succeeded / WEEK_DAYS : undefined;
}

/** Returns the text of a week: its value, or counts and no rate where it has too few deployments. */
export function weekValueText(measure: Measure, week: Measures): string {
  if (week.perDay === undefined) return DELIVERY_WORDS.notKnown;
  if (week.deployments === 0) return DELIVERY_WORDS.noneYet;
  if (!hasRates(week)) return noRateText(countText(measure, week));
  const value = numberOf(measure, week);
  return value === undefined ? missingText(measure, week) : `${valueText(measure, value)}, ${countText(measure, week)}`;
}
