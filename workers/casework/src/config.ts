import { deskEnvironment, readConfig } from '@guichet/platform';

/** Gives the settings of the casework worker. Errors: ConfigError */
export function caseworkConfig() {
  return readConfig(deskEnvironment, process.env);
}
