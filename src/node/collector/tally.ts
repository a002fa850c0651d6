import { monthStart, weekStart, yearOf, yearStart } from './calendar.js';
import { CHART_DAYS, type Counts } from './counts.js';

/** Days kept one by one: two months and a bit, so that every sum but the year's is a walk over them. */
const KEPT = 64;

/** All but who is online. */
type Days = { -readonly [Figure in keyof Omit<Counts, 'online' | 'days'>]: number } & { readonly days: number[] };

/** What a store has of the days before those kept one by one. */
export interface Older {
  /** First day that is kept by itself. */
  readonly from: number;
  /** Visits before it. */
  readonly total: number;
  /** Visits before it in the year of `from` and in the one before. */
  readonly years: ReadonlyMap<number, number>;
}

/** Visits of one site by day, and their sums. */
export class Tally {
  readonly #days: Map<number, number>;
  #total: number;
  readonly #years: Map<number, number>;
  #from: number;
  #known: { today: number; counts: Days } | undefined;

  constructor(days: ReadonlyMap<number, number>, older: Older) {
    this.#days = new Map(days);
    this.#total = older.total;
    this.#years = new Map(older.years);
    this.#from = older.from;
    for (const [day, visits] of this.#days) {
      if (day < this.#from) this.#fold(day, visits);
    }
  }

  /** First day to keep by itself. */
  static from(today: number): number {
    return today - KEPT;
  }

  add(day: number, visits: number): void {
    if (this.#known?.today === day) addTo(this.#known.counts, visits);
    else this.#known = undefined;
    this.#days.set(day, (this.#days.get(day) ?? 0) + visits);
    if (this.#days.size <= KEPT * 2) return;
    this.#from = day - KEPT;
    for (const [old, count] of this.#days) if (old < this.#from) this.#fold(old, count);
  }

  /**
   * All figures on a day of the zone, to be read at once: visits of the day are added to them where they are.
   */
  counts(today: number): Omit<Counts, 'online'> {
    if (this.#known?.today !== today) this.#known = { today, counts: this.#count(today) };
    return this.#known.counts;
  }

  #fold(day: number, visits: number): void {
    this.#days.delete(day);
    this.#total += visits;
    this.#years.set(yearOf(day), (this.#years.get(yearOf(day)) ?? 0) + visits);
  }

  /** Whole weeks, months and years: after a clock was put back, days to come may have visits, and belong there. */
  #count(today: number): Days {
    const of = (day: number) => this.#days.get(day) ?? 0;
    const sum = (from: number, until: number) => {
      let visits = 0;
      for (let day = from; day < until; day += 1) visits += of(day);
      return visits;
    };
    const week = weekStart(today);
    const month = monthStart(today);
    const year = yearOf(today);
    const [begin, end] = [yearStart(year), yearStart(year + 1)];
    let total = this.#total;
    let inYear = this.#years.get(year) ?? 0;
    for (const [day, visits] of this.#days) {
      total += visits;
      if (day >= begin && day < end) inYear += visits;
    }
    return {
      today: of(today),
      yesterday: of(today - 1),
      week: sum(week, week + 7),
      month: sum(month, monthStart(month + 31)),
      year: inYear,
      total,
      days: [...Array(CHART_DAYS).keys()].map((index) => of(today - CHART_DAYS + 1 + index)),
    };
  }
}

/**
 * Visits of this very day, which are nearly all that ever come, are added where they are: new figures with each visit, kept until the
 * next, would be garbage of the kind that is collected last.
 */
function addTo(counts: Days, visits: number): void {
  counts.today += visits;
  counts.week += visits;
  counts.month += visits;
  counts.year += visits;
  counts.total += visits;
  counts.days[CHART_DAYS - 1] = (counts.days[CHART_DAYS - 1] ?? 0) + visits;
}
