import type { Bilingual } from '@guichet/kernel';
import type { CompiledService } from '../compiled.ts';
import type { Referral } from '../definition.ts';
import { spanWords } from '../words/span-words.ts';
import { nbsp, quoted, writeList } from '../words/writing.ts';
import { conditionWords, type Versions } from './diff-question.ts';
import { named, partOf, textChange, valueChange } from './say-change.ts';

/** Says how who is told differs: the bodies, what they are told, why, and under which consent or law. */
export function diffReferrals(versions: Versions): Bilingual[] {
  const before = versions.before.definition.referrals ?? [];
  const after = versions.after.definition.referrals ?? [];
  const old = new Map(before.map((referral) => [referral.key, referral]));
  const now = new Map(after.map((referral) => [referral.key, referral]));
  return [
    ...after
      .filter(({ key }) => !old.has(key))
      .map((referral) => {
        const [to, told] = [named(referral.to), toldWords(referral, versions.after)];
        return {
          fr: `Nouvel organisme informé${nbsp}: ${to.fr}, de ${told.fr}`,
          en: `New body told: ${to.en}, of ${told.en}`,
        };
      }),
    ...before
      .filter(({ key }) => !now.has(key))
      .map(({ to }) => {
        const { fr, en } = named(to);
        return { fr: `N’est plus informé${nbsp}: ${fr}`, en: `No longer told: ${en}` };
      }),
    ...after.flatMap((referral) => {
      const was = old.get(referral.key);
      return was === undefined ? [] : referralChanges(was, referral, versions);
    }),
  ];
}

function referralChanges(was: Referral, is: Referral, { before, after }: Versions): Bilingual[] {
  const subject = named(is.to);
  const part = (fr: string, en: string): Bilingual => partOf(subject, { fr, en });
  return [
    ...textChange({ fr: 'Organisme informé', en: 'Body told' }, was.to, is.to),
    ...textChange(part('pourquoi', 'why'), was.why, is.why),
    ...valueChange(
      part('ce qui lui est dit', 'what it is told'),
      toldWords(was, before),
      toldWords(is, after),
    ),
    ...valueChange(part('consentement', 'consent'), consentWords(was, before), consentWords(is, after)),
    ...textChange(part('loi', 'law'), was.source, is.source),
    ...valueChange(part('quand', 'when'), conditionWords(was.when, before), conditionWords(is.when, after)),
    ...valueChange(
      part('suite donnée', 'follow-up'),
      was.followUp && spanWords(was.followUp),
      is.followUp && spanWords(is.followUp),
    ),
  ];
}

const labelOf = (key: string, service: CompiledService): Bilingual =>
  service.question(key)?.label ?? { fr: key, en: key };

function toldWords({ tell }: Referral, service: CompiledService): Bilingual {
  const said = (language: 'fr' | 'en'): string =>
    writeList(
      tell.map((key) => quoted(labelOf(key, service)[language], language)),
      language,
    );
  return { fr: said('fr'), en: said('en') };
}

const consentWords = ({ consent }: Referral, service: CompiledService): Bilingual | undefined =>
  consent === undefined ? undefined : named(labelOf(consent, service));
