import type { Bilingual } from '@guichet/kernel';
import type { CompiledService } from '../compiled.ts';
import type { Computed, ServiceDefinition } from '../definition.ts';
import { nbsp, writeList, writeMoney } from '../words/writing.ts';
import { conditionWords, type Versions } from './diff-question.ts';
import { named, partOf, same, textChange, valueChange } from './say-change.ts';

type Fee = NonNullable<ServiceDefinition['fee']>;
type Rule = Fee['rules'][number];

/** Says how what it costs differs: the rules, how it is paid, and the amounts worked out from answers. */
export function diffFee({ before, after }: Versions): Bilingual[] {
  const [was, is] = [before.definition.fee, after.definition.fee];
  const lines =
    was === undefined || is === undefined ? wholeFee(was, is) : feeChanges(was, is, { before, after });
  return [...lines, ...computedChanges(before.definition.computed ?? [], after.definition.computed ?? [])];
}

function wholeFee(was: Fee | undefined, is: Fee | undefined): Bilingual[] {
  if (was === is) return [];
  if (is === undefined) return [{ fr: 'Le service devient gratuit', en: 'The service becomes free' }];
  const said = is.rules.map(ruleWords);
  return [
    {
      fr: `Le service devient payant${nbsp}: ${said.map(({ fr }) => fr).join('; ')}`,
      en: `The service now has a fee: ${said.map(({ en }) => en).join('; ')}`,
    },
  ];
}

function feeChanges(was: Fee, is: Fee, versions: Versions): Bilingual[] {
  const labelOf = ({ label }: Rule): string => `${label.fr} ${label.en}`;
  const old = new Map(was.rules.map((rule) => [labelOf(rule), rule]));
  const now = new Map(is.rules.map((rule) => [labelOf(rule), rule]));
  const stayed = is.rules.filter((rule) => old.has(labelOf(rule)));
  const reordered = !same(
    stayed.map(labelOf),
    [...old.keys()].filter((label) => now.has(label)),
  );
  return [
    ...is.rules
      .filter((rule) => !old.has(labelOf(rule)))
      .map((rule) => {
        const { fr, en } = ruleWords(rule);
        return { fr: `Nouveau tarif${nbsp}: ${fr}`, en: `New fee: ${en}` };
      }),
    ...was.rules
      .filter((rule) => !now.has(labelOf(rule)))
      .map((rule) => {
        const { fr, en } = ruleWords(rule);
        return { fr: `Tarif retiré${nbsp}: ${fr}`, en: `Fee taken out: ${en}` };
      }),
    ...stayed.flatMap((rule) => ruleChanges(old.get(labelOf(rule)), rule, versions)),
    ...(reordered
      ? [{ fr: 'Les tarifs sont essayés dans un autre ordre', en: 'The fees are tried in another order' }]
      : []),
    ...valueChange({ fr: 'Façons de payer', en: 'Ways to pay' }, ways(was), ways(is)),
    ...valueChange(
      { fr: 'Versements', en: 'Instalments' },
      parts(was, versions.before),
      parts(is, versions.after),
    ),
  ];
}

function ruleChanges(was: Rule | undefined, is: Rule, versions: Versions): Bilingual[] {
  if (was === undefined) return [];
  const subject = named(is.label);
  const [old, now] = [amountWords(was), amountWords(is)];
  // Two calculations read the same from outside: only that they differ can be told.
  const calculated = !same(was.cents, is.cents) && same(old, now);
  return [
    ...(calculated
      ? [{ fr: `${subject.fr}${nbsp}: le calcul change`, en: `${subject.en}: it is worked out otherwise` }]
      : valueChange(subject, old, now)),
    ...valueChange(
      partOf(subject, { fr: 'pour qui', en: 'for whom' }),
      conditionWords(was.when, versions.before),
      conditionWords(is.when, versions.after),
    ),
  ];
}

function ruleWords(rule: Rule): Bilingual {
  const { fr, en } = amountWords(rule);
  return { fr: `${rule.label.fr}, ${fr}`, en: `${rule.label.en}, ${en}` };
}

function amountWords({ cents }: Rule): Bilingual {
  if (typeof cents !== 'number') return { fr: 'selon les réponses', en: 'according to the answers' };
  if (cents === 0) return { fr: 'gratuit', en: 'free' };
  return { fr: writeMoney(cents, 'fr'), en: writeMoney(cents, 'en') };
}

const payWays: Record<Fee['payBy'][number], Bilingual> = {
  counter: { fr: 'au comptoir', en: 'at the counter' },
  cheque: { fr: 'par chèque', en: 'by cheque' },
  online: { fr: 'en ligne', en: 'online' },
};

function ways({ payBy }: Fee): Bilingual {
  const said = (language: 'fr' | 'en'): string =>
    writeList(
      payBy.map((way) => payWays[way][language]),
      language,
    );
  return { fr: said('fr'), en: said('en') };
}

function parts({ instalments }: Fee, { question }: CompiledService): Bilingual | undefined {
  if (instalments === undefined) return undefined;
  const asked = named(
    question(instalments.payments)?.label ?? { fr: instalments.payments, en: instalments.payments },
  );
  return {
    fr: `selon ${asked.fr}, tous les ${instalments.everyDays} jours`,
    en: `by ${asked.en}, every ${instalments.everyDays} days`,
  };
}

function computedChanges(before: readonly Computed[], after: readonly Computed[]): Bilingual[] {
  const old = new Map(before.map((one) => [one.key, one]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((now) => {
      const was = old.get(now.key);
      const subject = named(now.label);
      if (was === undefined)
        return [{ fr: `Nouveau calcul${nbsp}: ${subject.fr}`, en: `New amount: ${subject.en}` }];
      const { label: _, ...how } = was;
      const { label: __, ...hows } = now;
      return [
        ...textChange({ fr: 'Montant calculé', en: 'Amount worked out' }, was.label, now.label),
        ...(same(how, hows)
          ? []
          : [
              {
                fr: `${subject.fr}${nbsp}: le calcul change`,
                en: `${subject.en}: it is worked out otherwise`,
              },
            ]),
      ];
    }),
    ...before
      .filter(({ key }) => !kept.has(key))
      .map(({ label }) => {
        const { fr, en } = named(label);
        return { fr: `N’est plus calculé${nbsp}: ${fr}`, en: `No longer worked out: ${en}` };
      }),
  ];
}
