import { deskEnvironment, readConfig } from '@guichet/platform';

/** Gives the relay's settings. Errors: ConfigError */
export function relayConfig() {
  return readConfig(deskEnvironment, process.env);
}
