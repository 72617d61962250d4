import type { ChannelGap } from '@guichet/casework';
import type { Channel, Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { intervalOf } from './interval-of.ts';
import { numberWords, shareWords, waitWords } from './wait-words.ts';

/** With fewer cases of a channel nothing is claimed of it. */
export const comparedMin = 10;
/** Of those taken: where more than that still wait, the waits of those who were taken are not those of the door. */
const waitingMost = 0.2;
/** A smaller gap is told by neither a mean day nor chance. Unit: minutes, and of the shorter wait. */
const [gapMinMinutes, gapMinShare] = [30, 0.1];

interface Compared {
  channel: Channel;
  count: number;
  /** Unit: minutes, or a share of promises missed: less is better. */
  value: number;
  /** Too many of it still wait. */
  isApart: boolean;
}

/**
 * Says how far each channel is from the best one, by what people wait and what is kept.
 *
 * Guarantee: a channel of fewer than ten cases is named as such, and compared with none; nor are the waits of a channel where more than a
 *   fifth of those taken still wait, and it is said how many and since when. A gap of waits is told from 30 minutes and a tenth on, one of
 *   promises where chance does not explain it.
 */
export function gapWords(gap: readonly ChannelGap[], language: Language): string[] {
  const { gap: said, through, than } = words(language).board;
  const waits = (of: 'take' | 'close') =>
    compare(
      gap.map((row) => ({
        channel: row.channel,
        count: row[of].count,
        value: row[of].median ?? 0,
        isApart: isApart(row),
      })),
      said.what[of],
      language,
      {
        same: of === 'take' ? said.takeSame : said.closeSame,
        more: (one, best) => {
          const more = of === 'take' ? said.takeMore : said.closeMore;
          return more(
            begun(through[one.channel]),
            waitWords(one.value - best.value, language),
            than[best.channel],
          );
        },
        isSame: (one, best) => one.value - best.value < Math.max(gapMinMinutes, gapMinShare * best.value),
      },
    );
  const points = (one: Compared, best: Compared) =>
    Math.round(one.value * 100) - Math.round(best.value * 100);
  const kept = compare(
    gap.map(({ channel, kept, missed }) => ({
      channel,
      count: kept + missed,
      value: kept + missed === 0 ? 0 : missed / (kept + missed),
      isApart: false,
    })),
    said.what.kept,
    language,
    {
      same: said.keptSame,
      more: (one, best) => {
        const less = points(one, best);
        const isMany = language === 'fr' ? less >= 2 : less !== 1;
        const share = shareWords(1 - one.value, language);
        return said.keptLess(
          begun(through[one.channel]),
          share,
          said.points(numberWords(less, language), isMany),
          than[best.channel],
        );
      },
      isSame: (one, best) =>
        points(one, best) === 0 ||
        intervalOf(one.value, one.count).low <= intervalOf(best.value, best.count).high,
    },
  );
  const apart = gap
    .filter(isApart)
    .map(({ channel, take, waiting }) =>
      said.apart(
        begun(through[channel]),
        numberWords(waiting.count, language),
        waiting.median === null ? null : waitWords(waiting.median, language),
        said.takings(
          numberWords(take.count, language),
          language === 'fr' ? take.count >= 2 : take.count !== 1,
        ),
      ),
    );
  return [...apart, ...waits('take'), ...waits('close'), ...kept];
}

function isApart({ take, waiting }: ChannelGap): boolean {
  return waiting.count > waitingMost * take.count && waiting.count + take.count >= comparedMin;
}

interface Saying {
  same: string;
  more(one: Compared, best: Compared): string;
  isSame(one: Compared, best: Compared): boolean;
}

function compare(all: readonly Compared[], what: string, language: Language, saying: Saying): string[] {
  const { gap: said, through } = words(language).board;
  const seen = all.filter(({ count, isApart: is }) => count > 0 && !is);
  const enough = seen.filter(({ count }) => count >= comparedMin);
  const [best, ...others] = enough.toSorted((a, b) => a.value - b.value || b.count - a.count);
  if (!best || others.length === 0)
    return seen.length === 0 || all.some(({ isApart: is }) => is) ? [] : [said.fewAll(what, comparedMin)];
  const few = seen.filter(({ count }) => count < comparedMin).map(({ channel }) => through[channel]);
  const worse = others.filter((one) => !saying.isSame(one, best));
  const same = enough.length === all.length ? saying.same : said.someSame(what);
  return [
    ...(worse.length === 0 ? [same] : worse.toReversed().map((one) => saying.more(one, best))),
    ...(few.length === 0 ? [] : [said.few(what, listOf(few, language), comparedMin)]),
  ];
}

const begun = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function listOf(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(`${language}-CA`, { type: 'conjunction' }).format(parts);
}
