import { type Bilingual, channels } from '@guichet/kernel';
import type { ServiceDefinition } from '../definition.ts';
import { nbsp, writeList } from '../words/writing.ts';
import { channelNames } from './diff-question.ts';
import { same, textChange, valueChange } from './say-change.ts';

const audiences: Record<ServiceDefinition['audience'][number], Bilingual> = {
  citizens: { fr: 'citoyens', en: 'citizens' },
  families: { fr: 'familles', en: 'families' },
  youth: { fr: 'jeunes', en: 'youth' },
  elders: { fr: 'aînés', en: 'elders' },
  associations: { fr: 'associations', en: 'associations' },
  businesses: { fr: 'entreprises', en: 'businesses' },
  newcomers: { fr: 'nouveaux arrivants', en: 'newcomers' },
};
const themes: Record<ServiceDefinition['theme'], Bilingual> = {
  municipal: { fr: 'municipalité', en: 'municipality' },
  leisure: { fr: 'loisirs', en: 'leisure' },
  health: { fr: 'santé', en: 'health' },
  education: { fr: 'éducation', en: 'education' },
  justice: { fr: 'justice', en: 'justice' },
  taxation: { fr: 'taxes et impôts', en: 'taxation' },
  democracy: { fr: 'vie démocratique', en: 'democracy' },
};
const identities: Record<ServiceDefinition['who']['identity'], Bilingual> = {
  declared: { fr: 'sur parole', en: 'on the person’s word' },
  'contact-proven': { fr: 'par un code reçu', en: 'by a code received' },
  'identity-proven': { fr: 'par une identité vérifiée', en: 'by a verified identity' },
};

/** Says how what is offered differs: the name, the law, who may ask, and by which doors. */
export function diffOffer(before: ServiceDefinition, after: ServiceDefinition): Bilingual[] {
  return [
    ...textChange({ fr: 'Nom', en: 'Name' }, before.name, after.name),
    ...textChange({ fr: 'Résumé', en: 'Summary' }, before.summary, after.summary),
    ...textChange({ fr: 'Fondement juridique', en: 'Legal basis' }, before.legalBasis, after.legalBasis),
    ...valueChange({ fr: 'Pour qui', en: 'For whom' }, listed(before), listed(after)),
    ...valueChange({ fr: 'Thème', en: 'Theme' }, themes[before.theme], themes[after.theme]),
    ...valueChange(
      { fr: 'Comment l’identité est connue', en: 'How identity is known' },
      identities[before.who.identity],
      identities[after.who.identity],
    ),
    ...allowed(
      before.who.anonymous,
      after.who.anonymous,
      { fr: 'la demande peut être anonyme', en: 'the request may be anonymous' },
      { fr: 'la demande ne peut plus être anonyme', en: 'the request may no longer be anonymous' },
    ),
    ...allowed(
      before.who.onBehalf,
      after.who.onBehalf,
      { fr: 'on peut demander pour quelqu’un d’autre', en: 'people may ask on behalf of someone else' },
      {
        fr: 'on ne peut plus demander pour quelqu’un d’autre',
        en: 'people may no longer ask on behalf of someone else',
      },
    ),
    ...allowed(
      before.who.once !== undefined,
      after.who.once !== undefined,
      { fr: 'une seule demande par personne', en: 'one request a person' },
      { fr: 'plus de limite d’une demande par personne', en: 'no longer limited to one request a person' },
    ),
    ...channels.flatMap((channel) => channelChange(channel, before, after)),
  ];
}

function channelChange(
  channel: (typeof channels)[number],
  before: ServiceDefinition,
  after: ServiceDefinition,
): Bilingual[] {
  const [was, is] = [before.channels[channel]?.except, after.channels[channel]?.except];
  if (same(was, is)) return [];
  const name = channelNames[channel];
  if (is === undefined)
    return [{ fr: `Maintenant offert${nbsp}: ${name.fr}`, en: `Now offered: ${name.en}` }];
  if (was === undefined)
    return [
      {
        fr: `N’est plus offert${nbsp}: ${name.fr} (${is.fr})`,
        en: `No longer offered: ${name.en} (${is.en})`,
      },
    ];
  return textChange(
    { fr: `Pourquoi ce n’est pas offert – ${name.fr}`, en: `Why it is not offered – ${name.en}` },
    was,
    is,
  );
}

function allowed(before: boolean, after: boolean, yes: Bilingual, no: Bilingual): Bilingual[] {
  if (before === after) return [];
  const { fr, en } = after ? yes : no;
  return [{ fr: fr.charAt(0).toUpperCase() + fr.slice(1), en: en.charAt(0).toUpperCase() + en.slice(1) }];
}

function listed({ audience }: ServiceDefinition): Bilingual {
  const said = (language: 'fr' | 'en'): string =>
    writeList(
      audience.map((one) => audiences[one][language]),
      language,
    );
  return { fr: said('fr'), en: said('en') };
}
