import { startCall } from '@guichet/channels/phone';
import { newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { speechSeconds } from '../../infra/cli/preview/phone/speech-seconds.ts';
import { packRows } from './whole-pack.ts';

const services = packRows().map(({ service }) => service);

describe('the greeting', () => {
  it.each(['Ville de Saint-Rémi', 'Ville de Val-d’Or', undefined])(
    'of %s is over within eight seconds',
    (name) => {
      const deskName = name === undefined ? {} : { deskName: { fr: name, en: name } };
      const deps = { services, newEvidenceId: () => newId<'evidence'>(), ...deskName };
      const { say } = startCall({ callSid: `CA${'1'.repeat(32)}`, today: '2026-11-24' }, deps);
      expect(speechSeconds(say.map(({ text }) => text).join(' '), false)).toBeLessThanOrEqual(8);
    },
  );
});
