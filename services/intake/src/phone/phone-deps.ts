import type { CompiledService } from '@guichet/catalogue';
import type { AddressIndex, TwilioAccount } from '@guichet/channels/phone';
import type { Bilingual } from '@guichet/kernel';
import type { Logger, Redis } from '@guichet/platform';
import type { PhoneDesk } from './phone-desk.ts';

/** What the telephone's webhooks work with. */
export interface PhoneDeps {
  account: TwilioAccount;
  desk: PhoneDesk;
  redis: Pick<Redis, 'hmget' | 'eval'>;
  /** Every version that can be asked; a call keeps the one it started with. */
  services(): readonly CompiledService[];
  /** The day it is in the desk's time zone, ISO. */
  today(): string;
  log: Logger;
  deskName?: Bilingual;
  addresses?: AddressIndex;
  /** The next two days on which people call back, ISO. */
  callBackDays?(): readonly string[];
  /** The line's own number and the site, told to those who write to it by text message. */
  pointer?: { phone?: string };
}
