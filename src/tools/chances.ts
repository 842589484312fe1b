import { type Decimal, decimal } from "../clinical/quantity.ts";

/** How well a test tells, as shares between 0 and 1. */
export interface Accuracy {
  readonly sensitivity: Decimal;
  readonly specificity: Decimal;
}

/** What a result means once the test is done, as shares between 0 and 1. A share of nobody is undefined, never 0. */
export interface Chances {
  /** Of those who test negative, how many do not have it (negative predictive value). */
  readonly npv: Decimal | undefined;
  /** Of those who test negative, how many have it all the same: 1 − NPV. */
  readonly missRate: Decimal | undefined;
  /** Of those who test positive, how many have it (positive predictive value). */
  readonly ppv: Decimal | undefined;
  readonly negative: Decimal;
  /** Of everybody tested, how many have it and test negative. */
  readonly missed: Decimal;
}

const ONE = decimal(1);

/** Bayes' rule for a test with two results, exactly. */
export function chancesAfter(prevalence: Decimal, { sensitivity, specificity }: Accuracy): Chances {
  const missed = ONE.minus(sensitivity).times(prevalence);
  const cleared = specificity.times(ONE.minus(prevalence));
  const negative = missed.plus(cleared);
  const found = sensitivity.times(prevalence);
  const positive = ONE.minus(negative);
  const share = (part: Decimal, whole: Decimal) => (whole.eq(0) ? undefined : part.div(whole));
  return {
    npv: share(cleared, negative),
    missRate: share(missed, negative),
    ppv: share(found, positive),
    negative,
    missed,
  };
}

/**
 * The prevalence at which the share missed among the negatives is `line`; above it more are missed. Undefined where no
 * prevalence below 1 gets there: a test that misses nobody.
 */
export function prevalenceAtLine(line: Decimal, { sensitivity, specificity }: Accuracy): Decimal | undefined {
  const missing = ONE.minus(sensitivity).times(ONE.minus(line));
  const clearing = line.times(specificity);
  return missing.eq(0) || clearing.eq(0) ? undefined : clearing.div(missing.plus(clearing));
}

/** A thousand people as whole persons, for a figure: the four groups always add up to a thousand. */
export interface People {
  readonly found: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly cleared: number;
}

export const PEOPLE = 1000;

/**
 * Rounds so that the two groups that a reader counts first, those who have it and those who have it and are missed, are right
 * to the nearest person; the rest follows.
 */
export function peopleOf(prevalence: Decimal, { sensitivity, specificity }: Accuracy): People {
  const whole = (share: Decimal) => Number(share.times(PEOPLE).round(0).toString());
  const affected = whole(prevalence);
  const missed = Math.min(affected, whole(ONE.minus(sensitivity).times(prevalence)));
  const healthy = PEOPLE - affected;
  const falseAlarms = Math.min(healthy, whole(ONE.minus(specificity).times(ONE.minus(prevalence))));
  return { found: affected - missed, missed, falseAlarms, cleared: healthy - falseAlarms };
}

/**
 * A share as per cent for print, rounded once and half up: two decimals below 1 %, one from there on, none for 0 and 100.
 * What would round to 0 or 100 without being it is told as a bound.
 */
export function printShare(share: Decimal): string {
  const percent = share.times(100);
  if (percent.eq(0) || percent.eq(100)) return `${percent.toFixed(0)} %`;
  if (percent.lt("0.005")) return "below 0.01 %";
  if (percent.gte("99.95")) return "above 99.9 %";
  return `${percent.lt(1) ? percent.toFixed(2) : percent.toFixed(1)} %`;
}
