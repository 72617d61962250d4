import { deskEnvironment, readConfig } from '@guichet/platform';

/** Gives the settings of the records worker. Errors: ConfigError */
export function recordsConfig() {
  return readConfig(deskEnvironment, process.env);
}
